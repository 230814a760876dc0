"""Names that a problem forbids, taken away in the child before the candidate's code is compiled.

The policy's look at the source explains; this is the force behind it, for what no look can find
(`getattr`, `exec`, private modules). What remains possible is native code of one's own.
"""

import gc
import importlib.util
import os
import sys
from importlib.util import cache_from_source
from typing import Any, NoReturn

NATIVE = (
    "ctypes", "_ctypes", "_ctypes_test", "_cffi_backend",
    # An interpreter of its own has no audit hook, and shares our memory.
    "_interpreters", "_interpchannels", "_interpqueues", "_xxsubinterpreters",
    "_testcapi", "_testinternalcapi", "_testlimitedcapi", "_testmultiphase", "_testsinglephase",
    "_testexternalinspection", "_testclinic", "_testbuffer",
)  # fmt: skip
LAPACK = "numpy.linalg.lapack_lite"
EVENTS = frozenset((
    "gc.get_objects", "gc.get_referrers", "gc.get_referents", "sys._current_frames",
    "sys._current_exceptions", "cpython.PyInterpreterState_New",
))  # fmt: skip
"""Audit events that no solution needs, and that lead to what was taken away; so do ctypes' own."""


def _file_of(name: str) -> str:
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError):
        spec = None
    return str(spec.origin) if spec else ""


FILES = [_file_of(name) for name in (*NATIVE[1:], LAPACK)]
"""Found once, in the worker: each child inherits it."""
PLAIN = (type(None), bool, int, str)
HOLDERS: dict[int, list[tuple[str, str]]] = {}
"""id of what may be forbidden → the (module, attribute) that are or hold it: names, and no way
back to it."""


class BannedCall(Exception):
    """A name that the problem forbids was used at run time."""


def forbid(names: list[str], reason: str) -> None:
    """Take the dotted `names` out of every loaded numpy module, and shut the ways back to them."""
    if not names:
        return
    originals: list[Any] = []
    places: set[str] = set()
    for name in names:
        originals += _take(name, reason, places)
    known = {id(original) for original in originals}
    for owner, attribute in {place for one in known for place in HOLDERS.get(one, ())}:
        module = sys.modules.get(owner)
        value = getattr(module, attribute, None)
        if id(value) in known:
            setattr(module, attribute, _stub(f"{owner}.{attribute}", reason))
        elif type(value) in (set, dict, list):
            _empty(value, known)
    del originals
    if any(name.startswith("numpy.linalg") for name in names):
        names = [*names, LAPACK]
    for name in ("bans", *NATIVE, LAPACK):
        sys.modules.pop(name, None)
    gc.collect()
    _guard([p for p in (*places, *FILES) if p], frozenset((*names, *NATIVE)))


def _empty(held: Any, known: set[int]) -> None:
    """Take the objects whose ids are `known` out of a container of a module."""
    if type(held) is dict:
        for key, value in list(held.items()):
            if id(key) in known or id(value) in known:
                del held[key]
    elif type(held) is set:
        held.difference_update([item for item in held if id(item) in known])
    else:
        held[:] = [item for item in held if id(item) not in known]


def find_holders() -> None:
    """Note, in the worker, what holds what: to look through all of numpy costs a child more than
    most submissions do.
    """
    for name, module in list(sys.modules.items()):
        if module is None or name.partition(".")[0] != "numpy":
            continue
        for attribute, value in vars(module).items():
            held: list[Any] = [value]
            if type(value) in (set, list):
                held += value
            elif type(value) is dict:
                held += [*value, *value.values()]
            for one in held:
                if not isinstance(one, PLAIN):
                    HOLDERS.setdefault(id(one), []).append((name, attribute))


def _take(name: str, reason: str, places: set[str]) -> list[Any]:
    """The objects behind `name`, after its own place in the module tree was emptied."""
    if name in sys.modules:  # a whole module: it and what it holds
        found = []
        for key in [k for k in sys.modules if k == name or k.startswith(name + ".")]:
            module = sys.modules[key]
            found += [
                v
                for v in vars(module).values()
                if callable(v) and str(getattr(v, "__module__", "")).startswith(name)
            ]
            places.add(str(getattr(module, "__file__", None) or key))
            sys.modules[key] = None  # type: ignore[assignment]  # an import of it now fails
        parent, _, last = name.rpartition(".")
        if sys.modules.get(parent) is not None:
            setattr(sys.modules[parent], last, _stub(name, reason))
        return found
    parent, _, last = name.rpartition(".")
    owner = sys.modules.get(parent)
    target = getattr(owner, last, None)
    if target is None:
        return []
    found = [target]
    for inner in ("__wrapped__", "_implementation"):
        if (original := getattr(target, inner, None)) is not None:
            found.append(original)
            places.add(getattr(getattr(original, "__code__", None), "co_filename", ""))
    core = sys.modules.get("numpy.linalg._umath_linalg")
    if core is not None and parent == "numpy.linalg":
        places.add(str(core.__file__))
        found += [
            v for k, v in vars(core).items() if k in (last, f"{last}1") or k.startswith(f"{last}_")
        ]
    return found


class _Stub:
    """Stands where a forbidden name stood: any use of it is a BannedCall."""

    def __init__(self, text: str) -> None:
        object.__setattr__(self, "_text", text)

    def __call__(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise BannedCall(object.__getattribute__(self, "_text"))

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        raise BannedCall(self._text)


def _stub(name: str, reason: str) -> _Stub:
    return _Stub(f"{name} is not allowed here" + (f": {reason}" if reason else ""))


def _guard(files: list[str], names: frozenset[str]) -> None:
    """An audit hook, which no code can remove: no second copy of what was taken away.

    Everything that the hook uses is a default of its own and cannot be changed: hostile code
    reaches its globals, its builtins, and the frame of a refusal.
    """
    files = [f for f in files if f.endswith((".py", ".so"))]
    closed = {os.path.realpath(f) for f in files}
    closed |= {cache_from_source(f) for f in closed if f.endswith(".py")}
    bare = frozenset({os.path.basename(f) for f in closed} - {"__init__.py"})
    inodes = frozenset((s.st_dev, s.st_ino) for s in map(os.stat, filter(os.path.exists, closed)))

    def hook(
        event: str, args: tuple[Any, ...], /, *, refused: type = BannedCall, type: Any = type,
        str: Any = str, bytes: Any = bytes, int: Any = int, stat: Any = os.stat,
        events: frozenset[str] = EVENTS, names: frozenset[str] = names,
        inodes: frozenset[Any] = inodes, bare: frozenset[str] = bare, OSError: Any = OSError,
        ValueError: Any = ValueError,
    ) -> None:  # fmt: skip
        if event in events or event[:7] == "ctypes.":
            raise refused(f"{event} is not allowed here")
        if event == "import":
            if type(args[0]) is not str or args[0] in names:
                raise refused(f"importing {args[0]} is not allowed here")
            path = args[1]
            if path is None:
                return
        elif event == "open":
            path = args[0]
        else:
            return
        kind = type(path)
        if kind is int or path is None:
            return
        if kind is not str and kind is not bytes:
            raise refused("opening what is no plain path is not allowed here")
        if kind is bytes:
            path = path.decode("utf-8", "surrogateescape")
        try:
            found = stat(path)
            again = (found.st_dev, found.st_ino) in inodes
        except (OSError, ValueError):
            again = False
        if again or (path[:1] != "/" and path.rpartition("/")[2] in bare):
            raise refused(f"loading {path} again is not allowed here")

    sys.addaudithook(hook)
