"""Names that a problem forbids, taken away in the child before the candidate's code is compiled.

The policy's look at the source explains; this is the force behind it, for what no look can find
(`getattr`, `exec`, private modules). What remains possible is native code of one's own.
"""

import gc
import os
import sys
from importlib.util import cache_from_source
from types import ModuleType
from typing import Any, NoReturn


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
    for module in _numpy_modules():
        for attribute, value in list(vars(module).items()):
            if id(value) in known:
                setattr(module, attribute, _stub(f"{module.__name__}.{attribute}", reason))
    del originals
    gc.collect()
    _guard([p for p in places if p], frozenset(names))


def _numpy_modules() -> list[ModuleType]:
    return [m for n, m in list(sys.modules.items()) if m and n.partition(".")[0] == "numpy"]


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
        found += [v for k, v in vars(core).items() if k == last or k.startswith(last + "_")]
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
    """An audit hook, which no code can remove: no second copy of what was taken away."""
    files = [f for f in files if f.endswith((".py", ".so"))]
    closed = {os.path.realpath(f) for f in files}
    closed |= {cache_from_source(f) for f in closed if f.endswith(".py")}
    bare = {os.path.basename(f) for f in closed} - {"__init__.py"}
    tools = {"ctypes.dlopen", "ctypes.dlsym", "gc.get_objects", "gc.get_referrers",
             "gc.get_referents"}  # fmt: skip
    realpath, fsdecode = os.path.realpath, os.fsdecode

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event in tools:
            raise BannedCall(f"{event} is not allowed here")
        if event == "import" and args[0] in names:
            raise BannedCall(f"{args[0]} is not allowed here")
        if event in ("open", "import"):
            path = args[0] if event == "open" else args[1]
            if type(path) in (str, bytes):
                path = fsdecode(path)
                if realpath(path) in closed or (
                    path[:1] != "/" and path.rpartition("/")[2] in bare
                ):
                    raise BannedCall(f"loading {path} again is not allowed here")

    sys.addaudithook(hook)
