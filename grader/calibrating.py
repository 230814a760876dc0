"""Time limits as multiples: so many times what the slowest accepted sample needs, on this machine.

Measured once for each problem, as it is, and each sandbox and running kernel, and kept in a file of
the user's cache. `limits.cpu_s` is the least that the limit can be. Container start and import are
no part of a test's CPU time, and so of neither side.
"""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec

from grader.boxes import Engine
from grader.errors import ProblemError
from grader.judging import judge
from grader.model import Frozen, Limits, Problem, Purpose, SandboxFacts, Verdict
from grader.problems import samples
from grader.session import Session
from grader.submissions import read_submission

ROOM_S = 60.0
"""What a sample may use while it is found out what it needs."""


class Slowest(Frozen, frozen=True, kw_only=True):
    """The accepted sample and test that needed most."""

    sample: str
    test: str
    cpu_s: float


def cache_folder() -> Path:
    """Where this user's caches are: XDG_CACHE_HOME, else ~/.cache."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "grader" / "limits"


def in_force(
    problem: Problem, engine: Engine, told: Callable[[str], None] = lambda _: None
) -> Limits:
    """The problem's limits in seconds of this machine.

    Raises:
        ProblemError: an accepted sample is not accepted, so there is nothing to be a multiple of.
        EngineError: no sandbox can be had.
    """
    limits = problem.limits
    if limits.cpu_times is None:
        return limits
    slowest = _slowest(problem, engine, told)
    seconds = max(limits.cpu_s, limits.cpu_times * slowest.cpu_s)
    return msgspec.structs.replace(limits, cpu_s=round(seconds, 3))


def _slowest(problem: Problem, engine: Engine, told: Callable[[str], None]) -> Slowest:
    session = Session(engine.open(problem.limits), lambda: engine.open(problem.limits))
    try:
        path = cache_folder() / f"{_key(problem, session.facts, session.kernel)}.json"
        with contextlib.suppress(OSError, msgspec.DecodeError, msgspec.ValidationError):
            return msgspec.json.decode(path.read_bytes(), type=Slowest)  # broken: measured anew
        found = _measured(problem, session, told)
    finally:
        session.close()
    _keep(path, found)
    return found


def _key(problem: Problem, facts: SandboxFacts, kernel: str) -> str:
    parts = (
        problem.slug, problem.digest, facts.engine, facts.image, facts.runtime, facts.python,
        facts.numpy, kernel,
    )  # fmt: skip
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def _measured(problem: Problem, session: Session, told: Callable[[str], None]) -> Slowest:
    room = msgspec.structs.replace(problem.limits, cpu_s=ROOM_S, wall_s=None)
    roomy = msgspec.structs.replace(problem, limits=room)
    found = Slowest(sample="", test="", cpu_s=0.0)
    accepted = [path for verdict, path in samples(problem) if verdict == Verdict.ACCEPTED]
    for number, path in enumerate(accepted, start=1):
        told(f"finding the time limit of this machine, once: sample {number} of {len(accepted)}")
        submission = read_submission(path)
        for test in judge(roomy, submission.source, session, purpose=Purpose.TRIAL):
            if test.verdict is not Verdict.ACCEPTED:
                raise ProblemError(
                    f"{path}: {test.name}: {test.message}",
                    fix="limits.cpu_times needs accepted samples that are accepted",
                )
            if test.slowest_s > found.cpu_s:
                found = Slowest(sample=path.name, test=test.name, cpu_s=test.slowest_s)
    if not found.cpu_s:
        raise ProblemError(f"{problem.folder}: limits.cpu_times: there is no accepted sample")
    return found


def _keep(path: Path, found: Slowest) -> None:
    """Whole or not at all; a cache that cannot be written is done without."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as part:
            part.write(msgspec.json.encode(found))
        os.replace(part.name, path)
