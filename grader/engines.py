"""An engine by its name, prepared, with its walls tried: once in a process for each."""

import os
from collections.abc import Callable

from grader.boxes import Engine
from grader.containers import DockerEngine
from grader.display import one_line, shorten
from grader.doctor import require
from grader.errors import UsageError
from grader.processes import ProcessEngine

NAMES = ("docker", "process")

_ready: dict[tuple[str, str, int], Engine] = {}


def make_engine(
    name: str, runtime: str = "", log: Callable[[str], None] = lambda _: None,
    hash_seed: str = "0",
) -> Engine:  # fmt: skip
    """The engine `name`, which nothing was done with yet.

    Raises:
        UsageError: there is none of that name.
    """
    if name == "process":
        return ProcessEngine(hash_seed)
    if name == "docker":
        return DockerEngine(runtime, hash_seed, log=log)
    shown = shorten(one_line(name), 60)
    raise UsageError(f"no engine {shown!r}", fix=f"expected one of {', '.join(NAMES)}")


def maker(runtime: str = "") -> Callable[[str, str], Engine]:
    """What makes the engine of a name and a hash seed, as processes that share work do."""
    return lambda name, hash_seed: make_engine(name, runtime, hash_seed=hash_seed)


def ready_engine(
    name: str, runtime: str = "", log: Callable[[str], None] = lambda _: None
) -> Engine:
    """The engine `name` with its image, after the canary tried its walls.

    Raises:
        UsageError: there is no such engine or runtime.
        EngineError: it does not answer, or a wall does not hold.
    """
    key = (name, runtime, os.getpid())
    if key not in _ready:
        engine = make_engine(name, runtime, log)
        log("looking for the engine and its image")
        engine.prepare()
        log("trying the walls of the sandbox")
        require(engine)
        _ready[key] = engine
    return _ready[key]
