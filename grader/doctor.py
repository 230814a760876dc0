"""Is everything there, and do the walls hold? A canary tries them from inside."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from grader.boxes import OVERHEAD_BYTES, ROOM_FOR_A_KERNEL, Engine
from grader.comparing import kind_of
from grader.errors import EngineError, SandboxFault
from grader.measuring import NO_CORE, cannot
from grader.model import Entry, Frozen, Limits, Policy, Problem, Weights
from grader.outcomes import CandidateMisfit, CandidateRaised, CandidateStopped, Unanswerable
from grader.resources import resource
from grader.session import Session
from grader.verdicts import bytes_in_words, of_ending


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
    canary = _Canary(engine)
    try:
        engine.prepare()
        facts = canary.session.facts
        yield Check(name="engine", ok=True, detail=f"{facts.engine} {facts.runtime}".strip())
        for name, detail in engine.describe().items():
            yield Check(name=name, ok=True, detail=detail)
        yield Check(name="python", ok=True, detail=f"{facts.python}, numpy {facts.numpy}")
        yield Check(name="measuring", ok=True, detail=_measuring(canary))
        say("the canary tries the walls")
        yield from _denials(canary)
        yield from _kernel_limits(canary)
        for name, kind in KEPT_IN.items():
            yield _kept_in(canary, name, kind)
        if engine.name == "docker":
            yield _crowd(canary)
    except EngineError as error:
        yield Check(name="sandbox", ok=False, detail=error.message, fix=error.fix)
    finally:
        canary.close()


def require(engine: Engine) -> None:
    """Fail closed: raise where a denial or the memory limit does not hold.

    Raises:
        EngineError: naming what does not hold.
    """
    try:
        failed = _failed(engine)
    except SandboxFault:  # a box that was killed says nothing of the walls
        failed = _failed(engine)
    if failed:
        what = "; ".join(f"{check.name}: {check.detail}" for check in failed)
        raise EngineError(f"the sandbox does not hold: {what}", fix="run: grader doctor")


def _failed(engine: Engine) -> list[Check]:
    canary = _Canary(engine)
    try:
        return [c for c in (*_denials(canary), *_kernel_limits(canary)) if not c.ok]
    finally:
        canary.close()


class _Canary:
    """The canary in a box, and in a new one when a question was the end of the last."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._session: Session | None = None

    @property
    def session(self) -> Session:
        if self._session is None:
            self._session = Session(self.engine.open(CANARY_LIMITS))
        return self._session

    def ask(self, name: str) -> object:
        """Its answer; raises as `Session.call`."""
        problem, source = canary()
        session = self.session
        try:
            session.begin(source, problem, CANARY_LIMITS)
            answer = session.call(None, name).value
            session.end()
        except BaseException:
            self.close()
            raise
        return answer

    def must(self, name: str) -> dict[Any, Any]:
        """As `ask`, where it must be able to answer; raises EngineError where it is not."""
        try:
            found = self.ask(name)
        except CandidateStopped as stopped:
            raise EngineError(f"the canary stopped: {of_ending(stopped.ending)[1]}") from None
        except (CandidateRaised, CandidateMisfit, Unanswerable) as error:
            raise EngineError(f"the canary failed: {error}") from None
        if type(found) is not dict:
            raise EngineError(f"the canary's answer is {kind_of(found)}")
        return found

    def close(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None


PROCESS_GAPS = frozenset(
    ("not root", "no capabilities", "nothing is writable", "no network",
     "no host paths are mounted", "no engine socket", "the worker's memory is closed")
)  # fmt: skip
"""What the `process` engine does not promise."""
KEPT_IN = {"hog": "memory", "spin": "cpu"}


def _denials(canary: _Canary) -> Iterator[Check]:
    for name, text in canary.must("probe").items():
        if canary.engine.name == "process" and name in PROCESS_GAPS:
            continue
        yield Check(
            name=str(name), ok=not text, detail=str(text),
            fix="this engine or runtime does not keep its promise; use another" if text else "",
        )  # fmt: skip


def _measuring(canary: _Canary) -> str:
    """What this sandbox can measure; what it cannot is withheld there, so it is no failure."""
    session = canary.session
    if why := cannot(session.facts):
        return f"runtime and memory are withheld: {why}"
    held = [cpu for cpu in session.cpus if session.pin((cpu,))]
    session.unpin()
    cores = (
        f"runs are held on one of {len(held)} cores" if held else f"runtime is withheld: {NO_CORE}"
    )
    peak = "checked by the" if session.facts.peak else "not checked: there is no"
    return f"{cores}; memory is VmHWM's, {peak} cgroup's maximum"


def _kernel_limits(canary: _Canary) -> Iterator[Check]:
    """The limits in force: as the kernel tells them inside, else by running into them."""
    if canary.engine.name == "process":
        return
    found = canary.must("limits")
    wanted = CANARY_LIMITS.memory_bytes + OVERHEAD_BYTES
    memory, pids = int(found["memory_bytes"]), int(found["pids"])
    if not canary.session.facts.cgroup:  # a kernel of the runtime's own shows none
        yield _kept_in(canary, "hog", "memory")
        yield _crowd(canary)
        return
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


def _kept_in(canary: _Canary, name: str, kind: str) -> Check:
    """Whether a submission that runs into a limit is stopped there."""
    ended = "it ended by itself"
    try:
        canary.ask(name)
    except CandidateStopped as stopped:
        ended = stopped.ending.kind
    except SandboxFault as error:
        ended = str(error)
    except Exception as error:  # the process engine's hog sees a MemoryError
        ended = "memory" if isinstance(error, MemoryError) else str(error)
    return Check(
        name=f"a {name} is stopped", ok=ended == kind, detail=ended,
        fix="" if ended == kind else "the limit is not enforced: use another engine",
    )  # fmt: skip


def _crowd(canary: _Canary) -> Check:
    """Whether threads are limited: refused beyond some number, or the box is at its end."""
    ok, detail = False, ""
    try:
        threads = canary.ask("crowd")
        most = CANARY_LIMITS.threads + 8 + ROOM_FOR_A_KERNEL
        ok, detail = isinstance(threads, int) and threads <= most, f"{threads} threads"
    except CandidateStopped as stopped:
        ok, detail = True, f"by the limit on {stopped.ending.kind}"
    except (CandidateRaised, SandboxFault) as error:
        detail = str(error)
    return Check(
        name="a crowd of threads is stopped", ok=ok, detail=detail,
        fix="" if ok else "the number of threads is not limited: use another engine",
    )  # fmt: skip
