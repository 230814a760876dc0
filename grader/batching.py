"""Many submissions: each is graded once, kept for good, and only then told of.

The key of a result is all that decides it, so the same command again goes on where the last one
stood, however that ended. What cannot be read, or not be graded, is a row of the table like any
other, and stops nobody else.
"""

import hashlib
import time
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

from grader import kept
from grader.collecting import keeping_collected
from grader.errors import EngineError, GraderError, SubmissionError
from grader.filing import Filing, personal, prompt_of, ungraded
from grader.grading import grade, grader_version
from grader.model import Frozen, Problem, Report, Submission, Verdict
from grader.redacting import Reader, for_candidate
from grader.rendering import html
from grader.resources import PACKAGE
from grader.results import parse_result
from grader.rosters import HandIn
from grader.sharing import Crew, Engines
from grader.store import Store
from grader.submissions import read_submission

TRIES = 3
"""So often is a submission begun, when it is our fault that it could not be graded."""
FAULTS_IN_A_ROW = 5
"""After so many faults of ours, and no result between, the batch stops: nothing works."""
PAUSE_S = 0.5
"""After a fault, more with each in a row: an engine that restarts needs some seconds."""
TICK_S = 0.25


class Setting(Frozen, frozen=True, kw_only=True):
    """What is the same for all gradings of a batch."""

    engine: str
    runtime: str = ""
    image: str = ""
    runtime_asked: str = ""
    """The runtime by the name that was asked for; "" for the engine's default."""
    performance: bool = True
    reader: Reader = "interviewer"


class Job(Frozen, frozen=True, kw_only=True):
    """One submission to grade, as it goes to a process of the crew."""

    problem: Problem
    submission: Submission
    setting: Setting


class Tally(Frozen, frozen=True, kw_only=True):
    """How a batch ended."""

    total: int
    kept_before: int
    """Graded by an earlier run."""
    unread: int
    """What could not be read, or was not there."""
    faults: int
    """What we could not grade."""
    verdicts: dict[Verdict, int]
    files: tuple[Path, ...] = ()
    """The table of all, where it was written."""


class Watcher(Protocol):
    """Who is told how a batch goes on."""

    def stage(self, text: str) -> None: ...
    def begun(self, total: int, kept_before: int, where: str) -> None: ...
    def finished(self, candidate: str, report: Report, *, again: bool) -> None: ...
    def fault(self, text: str) -> None: ...
    def tick(self) -> None: ...


class Unwatched:
    """Watches nothing."""

    def stage(self, text: str) -> None:
        """Something that comes before."""

    def begun(self, total: int, kept_before: int, where: str) -> None:
        """How much there is to do, how much of it an earlier run did, and where results are."""

    def finished(self, candidate: str, report: Report, *, again: bool) -> None:
        """A submission has its result, and it is kept; `again`: since an earlier run."""

    def fault(self, text: str) -> None:
        """A fault of ours; the batch goes on."""

    def tick(self) -> None:
        """Some time has passed."""


class Graded(Frozen, frozen=True, kw_only=True):
    """What a process of the crew sends back: the report and its reader's page."""

    report: Report
    page: str


class _Task:
    """One key, what has it, and everybody who handed that in."""

    def __init__(self, key: str, submission: Submission) -> None:
        self.key = key
        self.submission = submission
        self.owners: list[HandIn] = []
        self.tries = 0


def key_of(problem: Problem, submission: Submission, setting: Setting) -> str:
    """The key of a result: all that decides it but chance and the machine."""
    kind = "notebook" if submission.file.lower().endswith(".ipynb") else "source"
    return kept.key_of(
        submission.sha256, kind, problem.slug, problem.digest, setting.engine, setting.runtime,
        setting.image, grader_version(), code_digest(), f"performance={setting.performance}",
    )  # fmt: skip


@cache
def code_digest() -> str:
    """Changes with any line of this package: a checkout keeps its version for long."""
    whole = hashlib.sha256()
    for path in sorted(PACKAGE.glob("*.py")):
        whole.update(path.name.encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()[:16]


def work(job: Job, engines: Engines) -> Graded:
    """Grade one submission and make its page, in a process of the crew."""
    report = grade(
        job.problem, job.submission, engines.get(job.setting.engine),
        performance=job.setting.performance, references=engines.references(job.setting.engine),
    )  # fmt: skip
    if report.verdict is Verdict.JUDGE_ERROR:
        return Graded(report=report, page="")
    shown = for_candidate(report) if job.setting.reader == "candidate" else report
    return Graded(report=report, page=html(shown, prompt=prompt_of(job.problem)))


class Batch:
    """One run over what was handed in."""

    def __init__(
        self,
        found: Sequence[HandIn],
        problems: Mapping[str, Problem],
        setting: Setting,
        store: Store,
        filing: Filing,
        watch: Watcher,
    ) -> None:
        self.found = found
        self.problems = problems
        self.setting = setting
        self.store = store
        self.filing = filing
        self.watch = watch
        self.tasks: dict[str, _Task] = {}
        self.keys: dict[tuple[str, str], str] = {}
        """(problem, candidate) → the key of its result; none for what could not be graded."""
        self.failed: dict[tuple[str, str], str] = {}
        """(problem, candidate) → why there is no result."""
        self.verdicts: Counter[Verdict] = Counter()

    def run(self, crew: Crew, *, fresh: bool = False) -> Tally:
        """Grade what has no result yet, and write everybody's folder.

        Raises:
            EngineError: nothing can be graded (any more).
            StoreError: a result cannot be kept.
        """
        self._plan()
        unread = len(self.failed)
        if fresh:
            kept.forget(self.store, self.tasks)
        there = kept.known(self.store, self.tasks)
        before = sum(len(self.tasks[key].owners) for key in there)
        self.watch.begun(len(self.found), before, self.store.where)
        for one in self.found:
            if (text := self.failed.get(_name(one))) is not None:
                self._file(one, ungraded(one, self.problems[one.problem], text))
        for key, task in self.tasks.items():
            if key in there and (report := self._from_store(key)) is not None:
                self._file_all(task, report, again=True)
        with keeping_collected():
            faults = self._grade(crew, deque(t for t in self.tasks.values() if t.key not in there))
        return Tally(
            total=len(self.found), kept_before=before, unread=unread, faults=faults,
            verdicts=dict(self.verdicts),
        )  # fmt: skip

    def reports(self) -> Iterator[tuple[HandIn, Report]]:
        """Everybody's report, one after the other: they are never all held at once."""
        for one in self.found:
            text = self.failed.get(_name(one), "its result is no longer in the store")
            report = None
            if _name(one) not in self.failed:
                report = self._from_store(self.keys[_name(one)])
            if report is None:
                yield one, ungraded(one, self.problems[one.problem], text)
            else:
                yield one, personal(one, report)

    def _plan(self) -> None:
        """Read everything, and find out who handed in the same."""
        for one in self.found:
            try:
                if one.path is None:
                    raise SubmissionError(one.fault)
                submission = read_submission(one.path, one.candidate)
            except SubmissionError as error:
                self.failed[_name(one)] = str(error)
                continue
            key = key_of(self.problems[one.problem], submission, self.setting)
            self.keys[_name(one)] = key
            self.tasks.setdefault(key, _Task(key, submission)).owners.append(one)

    def _grade(self, crew: Crew, queue: "deque[_Task]") -> int:
        """Grade all of `queue`; how many could not be graded through our fault."""
        faults = in_a_row = 0
        while queue or crew.busy():
            while queue and crew.idle():
                self._give(crew, queue.popleft())
            self.watch.tick()
            found = crew.done(TICK_S)
            if found is None:
                continue
            task: _Task = found.token
            error = _fault_of(found.outcome)
            if error is None:
                in_a_row = 0
                self._keep(task, found.outcome)
                continue
            in_a_row += 1
            if in_a_row >= FAULTS_IN_A_ROW and isinstance(error, EngineError):
                raise EngineError(f"{error.message}, {in_a_row} times in a row", fix=error.fix)
            if task.tries < TRIES and isinstance(error, EngineError):
                who = task.owners[0].candidate
                self.watch.fault(f"{who}: {error.message}; it is tried again")
                queue.append(task)
                time.sleep(PAUSE_S * in_a_row)
                continue
            faults += len(task.owners)
            for one in task.owners:
                self.failed[_name(one)] = str(error)
                self._file(one, ungraded(one, self.problems[one.problem], str(error)))
        return faults

    def _give(self, crew: Crew, task: _Task) -> None:
        task.tries += 1
        problem = self.problems[task.owners[0].problem]
        crew.give(
            task, Job(problem=problem, submission=task.submission, setting=self.setting)
        )  # fmt: skip

    def _keep(self, task: _Task, graded: Graded) -> None:
        """On the disk first, then in everybody's folder; only then it is told."""
        kept.keep(self.store, task.key, graded.report)
        self._file_all(task, graded.report, graded.page)

    def _file_all(
        self, task: _Task, report: Report, page: str | None = None, *, again: bool = False
    ) -> None:
        for number, one in enumerate(task.owners):
            self._file(one, personal(one, report), None if number else page, again=again)

    def _file(
        self, one: HandIn, report: Report, page: str | None = None, *, again: bool = False
    ) -> None:
        self.filing.write(one, report, page)
        self.verdicts[report.verdict] += 1
        self.watch.finished(one.candidate, report, again=again)

    def _from_store(self, key: str) -> Report | None:
        data = kept.result(self.store, key)
        return None if data is None else parse_result(data, self.store.where)


def _name(one: HandIn) -> tuple[str, str]:
    return one.problem, one.candidate


def _fault_of(outcome: Graded | GraderError) -> GraderError | None:
    """Why there is no result, when there is none."""
    if isinstance(outcome, GraderError):
        return outcome
    if outcome.report.verdict is Verdict.JUDGE_ERROR:
        return EngineError(outcome.report.message)
    return None
