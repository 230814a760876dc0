"""How many mutants of a problem's solutions do its hidden tests find? Which do they let live?

A mutant that answers as the original does cannot be found: the author lists it in `mutants.toml`,
with the reason, and it is not counted. A listed one that a test does find is a mistake of the list.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import msgspec

from grader.collecting import keeping_collected
from grader.errors import EngineError, ProblemError
from grader.grading import grade
from grader.layers import ALL, VISIBLE, layer_of
from grader.model import Frozen, Problem, Purpose, Report, Submission, Verdict
from grader.mutating import Mutant, mutants, sample
from grader.problems import samples
from grader.sharing import Engines, MakeEngine, share
from grader.submissions import read_submission

LIST = "mutants.toml"
LEAST_SHARE = 0.9
"""Of a problem's mutants, this share at least must be found; less and the problem fails."""
BANK_SHARE = 0.95
"""The same over all problems together."""
ENOUGH = 20
"""The share of fewer mutants says little of a problem."""


class Equivalent(Frozen, frozen=True, kw_only=True):
    """Mutants of one file that no test can find, and why."""

    file: str
    keys: tuple[str, ...]
    reason: str


class _List(Frozen, frozen=True, kw_only=True):
    equivalent: tuple[Equivalent, ...] = ()


class Trial(Frozen, frozen=True, kw_only=True):
    """One mutant and what found it: the layers of the tests that failed."""

    problem: str
    mutant: Mutant
    listed: bool
    layers: tuple[str, ...]
    duration_s: float

    @property
    def killed(self) -> bool:
        """Whether a hidden test found it; the examples of the prompt do not count."""
        return any(layer != VISIBLE for layer in self.layers)


class Mutation(Frozen, frozen=True, kw_only=True):
    """The mutants of one problem."""

    problem: str
    trials: tuple[Trial, ...]
    faults: tuple[str, ...]
    """Mistakes of the list of equivalent mutants."""

    @property
    def counted(self) -> list[Trial]:
        """Those that can be found."""
        return [trial for trial in self.trials if not trial.listed]

    @property
    def survivors(self) -> list[Trial]:
        """Those that can be found and were not."""
        return [trial for trial in self.counted if not trial.killed]

    @property
    def share(self) -> float:
        """Of those that can be found, how many were."""
        return 1 - len(self.survivors) / len(self.counted) if self.counted else 1.0

    @property
    def ok(self) -> bool:
        """Whether enough were found, and the list is right."""
        few = len(self.counted) < ENOUGH
        return not self.faults and (few or self.share >= LEAST_SHARE)

    def in_words(self) -> str:
        """The shares, as a whole and by layer."""
        count = len(self.counted)
        found = Counter(layer for trial in self.counted for layer in trial.layers)
        parts = [f"{layer} {found[layer] / count:.0%}" for layer in ALL if found[layer]]
        text = f"{count - len(self.survivors)} of {count} mutants found by hidden tests"
        text += f" ({self.share:.1%}; {', '.join(parts)})" if parts else ""
        listed = sum(trial.listed for trial in self.trials)
        text += f"; {listed} listed as equivalent" if listed else ""
        return "; ".join([*self.faults, text])


class _Job(Frozen, frozen=True, kw_only=True):
    problem: Problem
    mutant: Mutant
    listed: bool
    engine: str


def mutate(
    problems: Iterable[Problem],
    make_engine: MakeEngine,
    *,
    engine: str,
    count: int,
    jobs: int = 1,
    watch: Callable[[Trial], None] = lambda _: None,
    done: Callable[[Mutation], None] = lambda _: None,
) -> list[Mutation]:
    """Try `count` mutants of each problem, the same ones each time; all of them for 0.

    Raises:
        GraderError: a problem is broken, or no sandbox can be had.
    """
    work: list[_Job] = []
    stale: dict[str, tuple[str, ...]] = {}
    for problem in problems:
        chosen, stale[problem.slug] = _chosen(problem, count, engine)
        work += chosen
    trials: dict[int, Trial] = {}
    found: dict[str, Mutation] = {}
    expected = Counter(job.problem.slug for job in work)
    with keeping_collected():
        for index, trial in share(work, _try, make_engine, jobs=jobs):
            trials[index] = trial
            watch(trial)
            slug = trial.problem
            own = [trials[i] for i in sorted(trials) if trials[i].problem == slug]
            if len(own) == expected[slug]:
                wrong = (_wrongly_listed(trial) for trial in own if trial.listed and trial.killed)
                faults = (*stale[slug], *wrong)
                found[slug] = Mutation(problem=slug, trials=tuple(own), faults=faults)
                done(found[slug])
    return [found[slug] for slug in stale if slug in found]


def bank_share(found: Sequence[Mutation]) -> float:
    """The share that was found over all problems."""
    counted = sum(len(one.counted) for one in found)
    return 1 - sum(len(one.survivors) for one in found) / counted if counted else 1.0


def read_list(problem: Problem) -> tuple[Equivalent, ...]:
    """The problem's list of equivalent mutants; empty where there is none.

    Raises:
        ProblemError: it cannot be read, or an entry has no reason.
    """
    path = problem.folder / LIST
    if not path.is_file():
        return ()
    try:
        listed = msgspec.toml.decode(path.read_bytes(), type=_List).equivalent
    except (OSError, ValueError) as error:
        raise ProblemError(f"{problem.slug}/{LIST}: {error}") from None
    for entry in listed:
        if not entry.reason.strip():
            keys = ", ".join(entry.keys)
            raise ProblemError(f"{problem.slug}/{LIST}: {keys}: say why nothing can find it")
    return listed


def _chosen(problem: Problem, count: int, engine: str) -> tuple[list[_Job], tuple[str, ...]]:
    """The mutants to try, and what is wrong with the list."""
    everyone: list[Mutant] = []
    for expected, path in samples(problem):
        if expected == Verdict.ACCEPTED and path.suffix == ".py":
            name = path.relative_to(problem.folder / "submissions").as_posix()
            everyone += mutants(name, read_submission(path).source)
    listed = {key for entry in read_list(problem) for key in entry.keys}
    known = {mutant.key for mutant in everyone}
    stale = tuple(f"{LIST}: {key}: there is no such mutant" for key in sorted(listed - known))
    jobs = [
        _Job(problem=problem, mutant=mutant, listed=mutant.key in listed, engine=engine)
        for mutant in sample(everyone, count)
    ]
    return jobs, stale


def _try(job: _Job, engines: Engines) -> Trial:
    """One mutant, within the problem's own limits: one that never ends is found by them."""
    clock = time.monotonic()
    problem, mutant = job.problem, job.mutant
    report = _grade(problem, mutant.source, mutant.file, job.engine, engines)
    failed = {
        layer_of(t.name, hidden=t.hidden) for t in report.tests if t.verdict is not Verdict.ACCEPTED
    }
    return Trial(
        problem=problem.slug, mutant=mutant, listed=job.listed,
        layers=tuple(layer for layer in ALL if layer in failed),
        duration_s=time.monotonic() - clock,
    )  # fmt: skip


def _grade(problem: Problem, source: str, file: str, engine: str, engines: Engines) -> Report:
    submission = Submission(
        candidate="mutant", file=file, source=source, sha256="", bytes=len(source)
    )
    report = grade(
        problem, submission, engines.get(engine), performance=False, purpose=Purpose.MUTANT
    )
    if report.verdict is Verdict.JUDGE_ERROR:
        raise EngineError(f"{problem.slug}: a mutant of {file}: {report.message}")
    return report


def _wrongly_listed(trial: Trial) -> str:
    return f"{LIST}: {trial.mutant.key}: listed as equivalent, but found: {trial.mutant.what}"
