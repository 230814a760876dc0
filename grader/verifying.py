"""A problem proves itself: every sample gets the verdict that its folder names, and more.

Accepted samples must pass twice, under two hash seeds and in both engines; the rungs of the ladder
must be apart; a tolerance must have room on both sides.
"""

import itertools
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from grader.calibrating import in_force
from grader.collecting import keeping_collected
from grader.errors import EngineError, ProblemError
from grader.grading import Silent, grade
from grader.ladders import examine
from grader.model import Frozen, Problem, Purpose, Report, Verdict
from grader.plugin import Compared
from grader.problems import samples
from grader.session import Session
from grader.sharing import Engines, MakeEngine, share
from grader.submissions import read_submission
from grader.windows import Distance, in_words, windows

CHEATING = "cheating"
HASH_SEEDS = ("0", "1")
BEYOND = 1.5
"""So many times the limit a sample of `time_limit_exceeded` must still exceed."""
WHOLE = "problem"
"""The group of what is proved of a problem as a whole."""
MISTAKES = (Verdict.WRONG_ANSWER, Verdict.RUN_TIME_ERROR)
"""Groups whose samples have one mistake each; others fail all tests alike."""
FIRST = (Verdict.TIME_LIMIT_EXCEEDED, Verdict.MEMORY_LIMIT_EXCEEDED)
"""Groups that take long. With the ladders they are begun first, those of all problems, so that
no process is left with one of them at the end."""


class Proof(Frozen, frozen=True, kw_only=True):
    """One thing that was held to its promise: a sample, the ladder, the windows."""

    problem: str
    group: str
    """The folder of a sample, which names its verdict, or `problem`."""
    name: str
    ok: bool
    detail: str
    duration_s: float
    runs: tuple[str, ...] = ()
    """Where a sample ran, each time: engine, hash seed, how many the box had served before."""
    distances: tuple[Distance, ...] = ()
    passed: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    """The hidden tests that a sample passed, and those that it failed."""


class _Job(Frozen, frozen=True, kw_only=True):
    """A sample to grade; without a path, the problem's ladder."""

    problem: Problem
    engines: tuple[str, ...]
    expected: str = ""
    path: Path | None = None


def verify(
    problems: Iterable[Problem],
    make_engine: MakeEngine,
    *,
    engines: tuple[str, ...],
    jobs: int = 1,
    watch: Callable[[Proof], None] = lambda _: None,
) -> list[Proof]:
    """Prove every problem; `jobs` processes share the work. The first engine is for all samples.

    Raises:
        GraderError: no sandbox can be had.
    """
    tasks = list(problems)
    work = [job for problem in tasks for job in _jobs(problem, engines)]
    work.sort(key=lambda job: job.path is not None and job.expected not in FIRST)
    found: dict[int, Proof] = {}
    with keeping_collected():
        for index, proof in share(work, _prove, make_engine, jobs=jobs):
            found[index] = proof
            watch(proof)
            folder = work[index].problem.folder  # two sets may have problems of one name
            own = [i for i, job in enumerate(work) if job.problem.folder == folder]
            if all(i in found for i in own):
                proofs = [found[i] for i in own]
                for place, last in enumerate((_windows(proofs), _idle(proofs))):
                    found[len(work) * (place + 1) + index] = last
                    watch(last)
    order = {problem.folder: n for n, problem in enumerate(tasks)}
    return [
        found[i]
        for i in sorted(found, key=lambda i: (order[work[i % len(work)].problem.folder], i))
    ]


def _jobs(problem: Problem, engines: tuple[str, ...]) -> list[_Job]:
    found = [
        _Job(problem=problem, engines=engines, expected=expected, path=path)
        for expected, path in samples(problem)
    ]
    if problem.ladder:
        found.append(_Job(problem=problem, engines=engines[:1]))
    return found


def _prove(job: _Job, engines: Engines) -> Proof:
    """What became of it: a problem that is broken fails, and ends no other problem's proof."""
    clock = time.monotonic()
    try:
        if job.path is None:
            return check_ladder(job.problem, engines, job.engines[0])
        return check(job.problem, job.expected, job.path, engines, job.engines)
    except ProblemError as error:
        name = "ladder" if job.path is None else str(job.path.relative_to(job.problem.folder))
        return Proof(
            problem=job.problem.slug, group=job.expected or WHOLE, name=name, ok=False,
            detail=str(error), duration_s=time.monotonic() - clock,
        )  # fmt: skip


def check(
    problem: Problem, expected: str, path: Path, engines: Engines, names: Sequence[str]
) -> Proof:
    """Grade one sample. What it earns by runtime and memory is not part of its verdict."""
    clock = time.monotonic()
    submission = read_submission(path)
    if expected == Verdict.TIME_LIMIT_EXCEEDED:  # plainly beyond the limit, or luck decides
        limits = in_force(problem, engines.get(names[0]))
        cpu_s = BEYOND * limits.cpu_s
        limits = msgspec.structs.replace(limits, cpu_s=cpu_s, wall_s=None, cpu_times=None)
        problem = msgspec.structs.replace(problem, limits=limits)
    name = str(path.relative_to(problem.folder))
    accepted = expected == Verdict.ACCEPTED
    runs: list[str] = []
    distances: list[Distance] = []
    for engine, seed, purpose in _runs(names, accepted=accepted):
        listener = _Listener()
        report = grade(
            problem, submission, engines.get(engine, seed), watch=listener,
            performance=False, purpose=purpose,
        )  # fmt: skip
        if report.verdict is Verdict.JUDGE_ERROR:
            raise EngineError(f"{path}: {report.message}", fix="run: grader doctor")
        where = f"{engine}, hash seed {seed}"
        if purpose is Purpose.REPETITION:
            where += ", one process for all calls"
        runs.append(f"{where}, box had served {report.sandbox.served}")
        distances += listener.distances(Path(name).stem, report)
        ok = as_expected(expected, report)
        if ok != accepted:
            break
    wrong = "" if ok else f", expected {expected}"
    if not ok and expected == Verdict.TIME_LIMIT_EXCEEDED:
        wrong += f" at {BEYOND:g} times the limit"
    again = f"; {runs[-1]}" if accepted and not ok else ""
    return Proof(
        problem=problem.slug, group=expected, name=name, ok=ok,
        detail=f"{report.verdict}{wrong} ({_detail(report)}{again})",
        duration_s=time.monotonic() - clock, runs=tuple(runs),
        distances=tuple(distances),
        passed=tuple(t.name for t in report.tests if t.hidden and t.verdict == Verdict.ACCEPTED),
        failed=tuple(t.name for t in report.tests if t.hidden and t.verdict != Verdict.ACCEPTED),
    )  # fmt: skip


def _runs(names: Sequence[str], *, accepted: bool) -> Iterator[tuple[str, str, Purpose]]:
    """(engine, hash seed, purpose) of each run of a sample.

    An accepted one must pass in every engine and under both seeds, with a process for each test
    and with one for all. Another must fail once: a few examples of each property test show that
    nearly always, and if not, all of them are tried.
    """
    if accepted:
        purposes = (Purpose.PROOF, Purpose.REPETITION)
        yield from zip(itertools.cycle(names), HASH_SEEDS, purposes)
    else:
        for purpose in (Purpose.REFUTATION, Purpose.TRIAL):
            yield names[0], HASH_SEEDS[0], purpose


def as_expected(expected: str, report: Report) -> bool:
    """Whether the verdict is the one that the folder names; a cheat must earn no full marks."""
    if expected == CHEATING:
        return report.verdict not in (Verdict.ACCEPTED, Verdict.JUDGE_ERROR)
    return report.verdict == expected


def check_ladder(problem: Problem, engines: Engines, name: str) -> Proof:
    """Whether the rungs are apart, and all accepted samples agree on the measured inputs."""
    clock = time.monotonic()
    rungs = {problem.folder / rung.file for rung in problem.ladder}
    others = [
        (path.stem, read_submission(path).source)
        for expected, path in samples(problem)
        if expected == Verdict.ACCEPTED and path not in rungs
    ]
    engine = engines.get(name)
    session = Session(engine.open(problem.limits), lambda: engine.open(problem.limits))
    try:
        ladder = examine(problem, others, session)
    finally:
        session.close()
    return Proof(
        problem=problem.slug, group=WHOLE, name="ladder", ok=not ladder.faults,
        detail="; ".join(ladder.faults or ladder.steps) or "a single rung",
        duration_s=time.monotonic() - clock,
    )  # fmt: skip


def _windows(proofs: Sequence[Proof]) -> Proof:
    found = windows(distance for proof in proofs for distance in proof.distances)
    ok, text = in_words(found)
    return Proof(
        problem=proofs[0].problem, group=WHOLE, name="windows", ok=ok, detail=text, duration_s=0.0
    )


def _idle(proofs: Sequence[Proof]) -> Proof:
    """Which hidden tests no mistake needs: dead weight, or a sample is missing. Only a note."""
    tests = dict.fromkeys(n for p in proofs if p.group == Verdict.ACCEPTED for n in p.passed)
    used = {name for p in proofs if p.group in MISTAKES for name in p.failed}
    idle = [name for name in tests if name not in used]
    text = f"each of {len(tests)} hidden tests is failed by a wrong sample"
    if idle:
        text = f"no wrong sample fails {', '.join(idle)}"
    return Proof(
        problem=proofs[0].problem, group=WHOLE, name="tests", ok=True, detail=text, duration_s=0.0
    )


class _Listener(Silent):
    """Keeps what is told of how near the answers came."""

    def __init__(self) -> None:
        self.found: list[Compared] = []

    def compared(self, found: Compared) -> None:
        self.found.append(found)

    def distances(self, sample: str, report: Report) -> list[Distance]:
        """As data of the sample; of a wrong one, only from the tests that found it wrong."""
        accepted = report.verdict is Verdict.ACCEPTED
        refused = {t.name for t in report.tests if t.verdict is Verdict.WRONG_ANSWER}
        return [
            Distance(
                sample=sample, verdict=report.verdict, test=one.name, within=one.within,
                beyond=one.beyond,
            )
            for one in self.found
            if accepted or one.name in refused
        ]  # fmt: skip


def _detail(report: Report) -> str:
    failed = [test for test in report.tests if test.verdict is not Verdict.ACCEPTED]
    if not failed:
        return f"{len(report.tests)} tests"
    return f"{len(failed)} of {len(report.tests)} tests failed: {failed[0].name}"
