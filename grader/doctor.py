"""Is everything there, and do the walls hold? A canary tries them from inside."""

from collections.abc import Callable, Iterator
from pathlib import Path

from grader.boxes import OVERHEAD_BYTES, Engine
from grader.errors import EngineError
from grader.model import Entry, Frozen, Limits, Policy, Problem, Weights
from grader.resources import resource
from grader.session import CandidateStopped, Session
from grader.verdicts import bytes_in_words


class Check(Frozen, frozen=True, kw_only=True):
    """One thing that was looked at."""

    name: str
    ok: bool
    detail: str = ""
    fix: str = ""


ENTRIES = ("probe", "limits", "hog", "spin", "crowd")
CANARY_LIMITS = Limits(cpu_s=1.0, wall_s=5.0, memory_bytes=64 * 1024**2, threads=16)


def canary() -> tuple[Problem, str]:
    """The canary as a problem and its submission."""
    problem = Problem(
        slug="canary", folder=Path(), digest="", title="canary", topic="", difficulty="easy",
        minutes=1, entries=tuple(Entry(name=name, signature=f"{name}()") for name in ENTRIES),
        limits=CANARY_LIMITS, weights=Weights(), policy=Policy(), reference="",
    )  # fmt: skip
    return problem, (resource("sandbox") / "canary.py").read_text(encoding="utf-8")


def examine(engine: Engine, say: Callable[[str], None] = lambda _: None) -> Iterator[Check]:
    """Every check in turn; the first that makes the others pointless is the last."""
    try:
        engine.prepare()
        session = Session(engine.open(CANARY_LIMITS))
    except EngineError as error:
        yield Check(name="sandbox", ok=False, detail=error.message, fix=error.fix)
        return
    try:
        facts = session.facts
        yield Check(name="engine", ok=True, detail=f"{facts.engine} {facts.runtime}".strip())
        if engine.name == "docker":
            yield Check(name="image", ok=True, detail=facts.image)
            yield Check(
                name="cgroup", ok=bool(facts.cgroup), detail=facts.cgroup or "not seen from inside",
                fix="" if facts.cgroup else "mount cgroups, or use an engine that limits memory",
            )  # fmt: skip
        yield Check(name="python", ok=True, detail=f"{facts.python}, numpy {facts.numpy}")
        say("the canary tries the walls")
        yield from _denials(session, engine.name)
        yield from _limits(session, engine.name)
    except EngineError as error:
        yield Check(name="canary", ok=False, detail=str(error), fix="run it again, then report it")
    finally:
        session.close()


def require(engine: Engine) -> None:
    """Fail closed: raise where a denial or the memory limit does not hold.

    Raises:
        EngineError: naming what does not hold.
    """
    session = Session(engine.open(CANARY_LIMITS))
    try:
        failed = [check for check in _denials(session, engine.name) if not check.ok]
        failed += [check for check in _kernel_limits(session, engine.name) if not check.ok]
    finally:
        session.close()
    if failed:
        what = "; ".join(f"{check.name}: {check.detail}" for check in failed)
        raise EngineError(f"the sandbox does not hold: {what}", fix="run: grader doctor")


def _ask(session: Session, name: str) -> object:
    problem, source = canary()
    session.begin(source, problem, CANARY_LIMITS)
    try:
        return session.call(None, name).value
    finally:
        session.end()


PROCESS_GAPS = frozenset(
    ("not root", "no capabilities", "nothing is writable", "no network",
     "no host paths are mounted", "no engine socket", "the worker's memory is closed")
)  # fmt: skip
"""What the `process` engine does not promise."""


def _denials(session: Session, engine: str) -> Iterator[Check]:
    found = _ask(session, "probe")
    for name, text in found.items() if isinstance(found, dict) else [("canary", "no answer")]:
        if engine == "process" and name in PROCESS_GAPS:
            continue
        yield Check(
            name=str(name), ok=not text, detail=str(text),
            fix="this engine or runtime does not keep its promise; use another" if text else "",
        )  # fmt: skip


def _kernel_limits(session: Session, engine: str) -> Iterator[Check]:
    if engine == "process":
        return
    found = _ask(session, "limits")
    assert isinstance(found, dict)
    wanted = CANARY_LIMITS.memory_bytes + OVERHEAD_BYTES
    memory, pids = int(found["memory_bytes"]), int(found["pids"])
    yield Check(
        name="memory limit", ok=0 < memory <= wanted,
        detail=f"{bytes_in_words(memory)} in force" if memory > 0 else "none in force",
        fix="" if 0 < memory <= wanted else "use an engine whose cgroups can limit memory",
    )  # fmt: skip
    yield Check(
        name="process limit", ok=0 < pids <= CANARY_LIMITS.threads + 8,
        detail=f"{pids} in force" if pids > 0 else "none in force",
        fix="" if pids > 0 else "use an engine whose cgroups can limit processes",
    )  # fmt: skip


def _limits(session: Session, engine: str) -> Iterator[Check]:
    """The limits at work: a hog, a spinner and a crowd."""
    yield from _kernel_limits(session, engine)
    for name, kind in (("hog", "memory"), ("spin", "cpu")):
        ended = "it ended by itself"
        try:
            _ask(session, name)
        except CandidateStopped as stopped:
            ended = stopped.ending.kind
        except Exception as error:  # the process engine's hog sees a MemoryError
            ended = "memory" if isinstance(error, MemoryError) else str(error)
        yield Check(
            name=f"a {name} is stopped", ok=ended == kind, detail=ended,
            fix="" if ended == kind else "the limit is not enforced: use another engine",
        )  # fmt: skip
    if engine == "docker":
        threads = _ask(session, "crowd")
        ok = isinstance(threads, int) and threads <= CANARY_LIMITS.threads + 8
        yield Check(name="a crowd of threads is stopped", ok=ok, detail=f"{threads} threads")
