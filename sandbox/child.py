"""The child: one process for one case. It compiles and imports the submission and is called.

Everything here shares its process with hostile code, so nothing it says is believed: a reply is
"the value that was returned", or what was raised, and no more. Clocks, memory and endings are the
worker's.
"""

import contextlib
import gc
import importlib
import inspect
import io
import json
import linecache
import os
import struct
import sys
import traceback
import types
from collections.abc import Iterator
from typing import Any, NoReturn

import bans
import jail
import policy
import wire

NAME = "solution.py"
TEXT_BYTES = 4096
LENGTH = struct.Struct(">Q")
REQUESTS, REPLIES = 3, 4
SEED = 0
WARM = [
    "numpy",
    "numpy.linalg",
    "numpy.random",
    "numpy.fft",
    "numpy.ma",
    "numpy.polynomial",
    "numpy.lib.stride_tricks",
    "collections",
    "dataclasses",
    "functools",
    "heapq",
    "itertools",
    "math",
    "random",
    "re",
    "statistics",
    "typing",
    "bisect",
    "operator",
    "string",
    "copy",
    "abc",
    "enum",
    "fractions",
    "decimal",
    "warnings",
    "time",
    "json",
]


def warm_up() -> None:
    """Import, in the worker, what solutions import; a child then finds it loaded."""
    with _no_hooks():
        for name in WARM:
            importlib.import_module(name)
    bans.find_holders()
    import random

    import numpy as np

    random.seed(SEED)
    np.random.seed(SEED)
    assert isinstance(sys.stdout, io.TextIOWrapper)
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)
    sys.stderr = sys.stdout
    a = np.arange(4.0).reshape(2, 2)
    np.argsort((a @ a).sum(axis=1), kind="stable")  # first use of code is not a case's cost
    wire.decode(b"".join(wire.encode([a, [1.0] * 9])), capped=False)


@contextlib.contextmanager
def _no_hooks() -> Iterator[None]:
    """Nothing imported here runs in each fork: a child is made a hundred times for a grading.

    They are threading's, for other threads, of which a worker has none, and random's, which takes a
    new seed: who draws without one draws the same in each case, as from numpy.
    """
    register = os.register_at_fork
    os.register_at_fork = lambda **_: None
    try:
        yield
    finally:
        os.register_at_fork = register


def _touch() -> None:
    """Use once, in this process, what numpy has in common use: its pages are no solution's own."""
    import numpy as np

    a = np.linspace(0.0, 1.0, 64).reshape(8, 8)
    uses = (
        lambda: (a[:, None] - a[None]) ** 2,
        lambda: (a @ a.T).sum(axis=1) + np.sqrt(a).mean() - np.exp(a).max(),
        lambda: np.argsort(a, axis=None, kind="stable"),
        lambda: np.cumsum(np.bincount(np.arange(9))),
        lambda: np.concatenate([np.zeros(3), np.ones(3)])[np.arange(6) > 2].astype(int).tolist(),
    )
    for use in uses:
        with contextlib.suppress(Exception):  # what the problem forbids is not there
            use()


def main(requests: int, replies: int, output: int) -> NoReturn:
    """Wait for the case, serve it, never return."""
    try:
        null = os.open("/dev/null", os.O_RDWR)
        for fd, place in ((null, 0), (output, 1), (output, 2)):
            os.dup2(fd, place)
        high = [os.dup(fd) for fd in (requests, replies)]
        while min(high) <= REPLIES:
            high = [os.dup(fd) for fd in high]
        os.dup2(high[0], REQUESTS)
        os.dup2(high[1], REPLIES)
        os.closerange(REPLIES + 1, 256)
        jail.volunteer_for_oom()
        os.write(REPLIES, b"r")
        _serve()
    except BaseException as error:  # the worker sees an exit, and says so
        os.write(2, f"{type(error).__name__}: {error}"[:500].encode("utf-8", "backslashreplace"))
        os._exit(70)
    os._exit(0)


def _read_message() -> bytearray | None:
    size = _read(LENGTH.size)
    return _read(LENGTH.unpack(size)[0]) if size is not None else None


def _read(size: int) -> bytearray | None:
    data = bytearray(size)
    view, done = memoryview(data), 0
    while done < size:
        count = os.readv(REQUESTS, [view[done:]])
        if not count:
            return None
        done += count
    return data


def _write(chunks: list[bytes]) -> None:
    pending = [LENGTH.pack(sum(map(len, chunks))), *chunks]
    for chunk in pending:
        view = memoryview(chunk)
        while view:
            view = view[os.write(REPLIES, view) :]


def _serve() -> None:
    case = json.loads(_read_message() or b"")
    jail.lock(case["limits"])
    answers = Answers(case)
    try:
        reply = answers.review() if case["review"] else answers.load()
    except BaseException as error:
        reply = {"error": describe(error)}
    _write(wire.encode(reply))
    while (message := _read_message()) is not None:
        request = wire.decode(message, capped=False, handle=answers.objects.__getitem__)
        del message
        _write(answers.to(request))


class Answers:
    """The submission's module, the objects it made, and how a request is answered."""

    def __init__(self, case: dict[str, Any]) -> None:
        self.case = case
        self.limit = case["limits"]["output_bytes"]
        self.module = types.ModuleType("solution")
        self.objects: list[Any] = []
        self.handles: dict[int, int] = {}
        self.taken: list[Any] = []
        self.result: Any = None

    def review(self) -> dict[str, Any]:
        """The policy's look at the source, in a child that runs nothing of it."""
        with _parsing():
            found = policy.review(
                self.case["source"], NAME, self.case["forbid"], self.case["reason"]
            )
        return {"reviewed": [[list(row) for row in rows] for rows in found]}

    def load(self) -> dict[str, Any]:
        source = self.case["source"]
        linecache.cache[NAME] = (len(source), None, source.splitlines(keepends=True), NAME)
        with _parsing():
            code = compile(source, NAME, "exec", dont_inherit=True)
        bans.forbid(self.case["forbid"], self.case["reason"])
        sys.modules["solution"] = self.module
        gc.collect()
        exec(code, self.module.__dict__)
        for entry in self.case["entries"]:
            if fault := self.misfit(entry):
                return {"fault": fault}
        return {"loaded": True}

    def misfit(self, entry: dict[str, Any]) -> str:
        """Why what the submission defines is not what the problem asks for; "" when it is."""
        name, kind = entry["name"], "class" if entry["is_class"] else "function"
        target = self.module.__dict__.get(name)
        if target is None:
            return f"there is no {kind} {name}: define {entry['signature']}"
        if not callable(target) or (entry["is_class"] and not isinstance(target, type)):
            return f"{name} is {wire._name(type(target))}, not a {kind}"
        counts = {entry["required"], len(entry["parameters"])}
        if _takes(target, counts):
            return ""
        try:
            signature = inspect.signature(target)
        except (TypeError, ValueError):
            return ""
        for count in counts:
            try:
                signature.bind(*entry["parameters"][:count])
            except TypeError as error:
                return f"{name}{signature} cannot be called as {entry['signature']}: {error}"
        missing = [m for m in entry["methods"] if not callable(getattr(target, m, None))]
        return f"{name} has no method {missing[0]}" if missing else ""

    def to(self, request: tuple[Any, ...]) -> list[bytes]:
        kind, target, name, args, kwargs, watch, hold = request
        try:
            owner = self.module if target is None else self.objects[target]
            if kind == "load":
                return self.encode(self.load())
            if kind == "get":
                return self.encode({"value": getattr(owner, name), "unchanged": True})
            if kind == "take":  # before the run, and its result after it, so that it runs alone
                self.taken = args
                _touch()
                jail.trim()
                gc.freeze()  # nor is a look through them, by the collector, a cost of the run
                return self.encode({"taken": True})
            if kind == "run":
                self.result = getattr(owner, name)(*self.taken)  # kept: to free them costs too
                return self.encode({"ran": True})
            if kind == "give":
                return self.encode({"value": self.result})
            before = self.encoded(args, kwargs) if watch else b""
            value = getattr(owner, name)(*args, **kwargs)
            unchanged = not watch or self.same(before, args, kwargs)
            if hold:
                self.handles[id(value)] = len(self.objects)
                self.objects.append(value)
            return self.encode({"value": value, "unchanged": unchanged})
        except BaseException as error:
            return wire.encode({"error": describe(error)})
        finally:
            with contextlib.suppress(BaseException):  # its own stdout, its own affair
                sys.stdout.flush()

    def encoded(self, args: list[Any], kwargs: dict[str, Any]) -> bytes:
        return b"".join(wire.encode([args, kwargs], handles=self.handles))

    def same(self, before: bytes, args: list[Any], kwargs: dict[str, Any]) -> bool:
        try:
            return self.encoded(args, kwargs) == before
        except (wire.UnsupportedError, wire.TooLargeError):
            return False

    def encode(self, reply: dict[str, Any]) -> list[bytes]:
        try:
            return wire.encode(reply, self.limit, self.handles)
        except wire.UnsupportedError as error:
            return wire.encode({"unsupported": str(error)[:200]})
        except wire.TooLargeError as error:
            return wire.encode({"too_large": str(error)[:200]})


def _takes(target: Any, counts: set[int]) -> bool:
    """Whether it is a plain function that can be called with so many arguments: no need to look
    further, which costs more than a short call.
    """
    if type(target) is not types.FunctionType or target.__dict__:
        return False
    code = target.__code__
    least = code.co_argcount - len(target.__defaults__ or ())
    return not code.co_kwonlyargcount and all(least <= n <= code.co_argcount for n in counts)


@contextlib.contextmanager
def _parsing() -> Iterator[None]:
    """The parser's own stack at its end is an error of the source, not of memory."""
    try:
        yield
    except (MemoryError, RecursionError) as error:
        raise SyntaxError(f"too deep for the parser ({error})") from None


def describe(error: BaseException) -> dict[str, Any]:
    """An exception as data: its name, the built-in kinds it is, its text, its place in the file."""
    kind = type(error)
    kinds = [k.__name__ for k in kind.__mro__ if k.__module__ == "builtins"]
    try:
        text = str(error)
    except BaseException:
        text = "(its text cannot be read)"
    lines = []
    try:
        if isinstance(error, SyntaxError) and error.filename == NAME:
            text = error.msg
            lines = [[error.lineno or 0, "", (error.text or "")[:200], error.offset or 0]]
        else:
            for frame in traceback.extract_tb(error.__traceback__)[-50:]:
                if frame.filename == NAME:
                    lines.append([frame.lineno or 0, frame.name, (frame.line or "")[:200], 0])
    except BaseException:
        pass
    return {
        "type": str(kind.__name__)[:200],
        "kinds": [str(name)[:100] for name in kinds][:20],
        "text": str(text)[:TEXT_BYTES],
        "lines": lines[-10:],
    }
