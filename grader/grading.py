"""One submission from text to report: load it, run the tests, measure, score."""

import functools
import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Protocol

import msgspec

from grader.boxes import Box, Engine
from grader.calibrating import in_force
from grader.contenders import WrongOnLargeInput
from grader.errors import EngineError, SandboxFault
from grader.judging import judge, look
from grader.measuring import cannot, measure, withheld
from grader.model import (
    Finding,
    Performance,
    Problem,
    ProblemRef,
    Purpose,
    Report,
    SandboxFacts,
    Submission,
    SubmissionRef,
    TestResult,
    Verdict,
)
from grader.places import placed
from grader.plugin import Compared, Started
from grader.references import References
from grader.scoring import total
from grader.session import Session
from grader.verdicts import IN_WORDS, worst

TRIES = 2


class Watcher(Protocol):
    """Who is told how a grading goes on."""

    def stage(self, text: str) -> None: ...
    def test_started(self, name: str, title: str, index: int, total: int) -> None: ...
    def test_finished(self, result: TestResult) -> None: ...
    def measured(self, size: int, note: str) -> None: ...
    def compared(self, found: Compared) -> None: ...


class Silent:
    """Watches nothing."""

    def stage(self, text: str) -> None: ...
    def test_started(self, name: str, title: str, index: int, total: int) -> None: ...
    def test_finished(self, result: TestResult) -> None: ...
    def measured(self, size: int, note: str) -> None: ...
    def compared(self, found: Compared) -> None: ...


class _Run:
    """One try at a grading, and what it found out so far."""

    def __init__(
        self, problem: Problem, submission: Submission, engine: Engine, watch: Watcher,
        performance: bool, purpose: Purpose, visible_only: bool, references: References,
    ) -> None:  # fmt: skip
        self.problem = problem
        self.submission = submission
        self.engine = engine
        self.watch = watch
        self.with_performance = performance and not visible_only
        self.purpose = purpose
        self.visible_only = visible_only
        self.references = references
        self.facts = SandboxFacts(engine=engine.name)
        self.tests: tuple[TestResult, ...] = ()
        self.findings: tuple[Finding, ...] = ()
        self.flags: tuple[Finding, ...] = ()
        self.performance: Performance | None = None
        self.message = ""
        self.timings: dict[str, float] = {}
        self.sessions: list[Session] = []

    def run(self) -> None:
        try:
            if self.submission.fault:
                preset = (Verdict.RUN_TIME_ERROR, self.submission.fault, None)
                self.tests = self._judge(None, preset)
                return
            self._timed("start", self._open_and_load)
            if self.with_performance and worst(t.verdict for t in self.tests) is Verdict.ACCEPTED:
                self._timed("measuring", self._measure)
        finally:
            for session in self.sessions:
                session.close()

    def _open(self) -> Session:
        def another() -> Box:
            return self.engine.open(self.problem.limits)

        session = Session(another(), another)
        self.sessions.append(session)
        return session

    def _open_and_load(self) -> None:
        self.watch.stage("starting the sandbox")
        session = self._open()
        limits = {**session.facts.limits, "cpu_s": self.problem.limits.cpu_s}
        self.facts = msgspec.structs.replace(session.facts, limits=limits)
        found = look(session, self.problem, self.submission.source)
        self.findings, self.flags = found.refused, found.flags
        self._timed("tests", lambda: self._set_tests(session, found.preset))

    def _set_tests(self, session: Session, preset: tuple[Verdict, str, int | None] | None) -> None:
        self.watch.stage("running the tests")
        self.tests = self._judge(None if preset else session, preset)

    def _judge(
        self, session: Session | None, preset: tuple[Verdict, str, int | None] | None
    ) -> tuple[TestResult, ...]:
        def watch(event: Started | TestResult | Compared) -> None:
            if isinstance(event, Started):
                self.watch.test_started(*event)
            elif isinstance(event, Compared):
                self.watch.compared(event)
            else:
                self.watch.test_finished(event)

        return judge(
            self.problem, self.submission.source, session, preset=preset, purpose=self.purpose,
            visible_only=self.visible_only, watch=watch,
        )  # fmt: skip

    def _measure(self) -> None:
        if not self.problem.ladder:
            return
        if why := cannot(self.facts):
            self.performance = withheld(why)
            return
        self.watch.stage("measuring runtime and memory")
        try:
            with self.references.lend(self.problem) as references:
                self.performance = measure(
                    self.problem, self.submission.source, self.sessions[0], references,
                    watch=self.watch.measured, timed=self._timed,
                )  # fmt: skip
        except WrongOnLargeInput as wrong:
            self.tests += (
                TestResult(
                    name="measured_inputs", title="The answers stay right on the measured inputs",
                    hidden=True, points=0, max_points=0, verdict=Verdict.WRONG_ANSWER,
                    message=f"at size {wrong.size}: {wrong.what}",
                    hint="It passes the tests and fails on a larger input.",
                ),
            )  # fmt: skip

    def _timed(self, name: str, step: Callable[[], None]) -> None:
        start = time.monotonic()
        inner = sum(self.timings.values())
        step()
        spent = time.monotonic() - start
        self.timings[name] = round(spent - (sum(self.timings.values()) - inner), 4)


def grade(
    problem: Problem,
    submission: Submission,
    engine: Engine,
    *,
    watch: Watcher | None = None,
    performance: bool = True,
    purpose: Purpose = Purpose.REPORT,
    visible_only: bool = False,
    references: References | None = None,
) -> Report:
    """Grade one submission. A fault of the sandbox is tried again once, then a `judge_error`.

    `purpose` says how much is found out about what fails. With `visible_only` the marks are those
    of the visible tests, out of 100, and nothing is measured. Who grades several hands in
    `references`: the boxes of the reference solutions then stay warm from one to the next.

    Raises:
        ProblemError: the problem folder is broken.
        EngineError: no sandbox can be had at all.
    """
    started, clock = datetime.now(UTC), time.monotonic()
    limits = in_force(problem, engine, (watch or Silent()).stage)
    problem = msgspec.structs.replace(problem, limits=limits)
    boxes = references or References(engine)
    try:
        run, fault = _tried(
            problem, submission, engine, watch or Silent(), performance, purpose, visible_only,
            boxes,
        )  # fmt: skip
    finally:
        if references is None:
            boxes.close()
    return _report(run, fault, started.isoformat(timespec="seconds"), time.monotonic() - clock)


def _tried(
    problem: Problem, submission: Submission, engine: Engine, watch: Watcher, performance: bool,
    purpose: Purpose, visible_only: bool, references: References,
) -> tuple[_Run, EngineError | None]:  # fmt: skip
    """The last try, and the fault of ours in which it ended."""
    fault: EngineError | None = None
    for attempt in range(TRIES):
        run = _Run(
            problem, submission, engine, watch, performance, purpose, visible_only, references
        )
        try:
            run.run()
            return run, None
        except EngineError as error:
            if fault is None and not isinstance(error, SandboxFault):
                raise  # nothing could be begun
            fault = error
            watch.stage(f"a fault of ours ({error})" + (
                "; trying again" if attempt + 1 < TRIES else ""))  # fmt: skip
    return run, fault


def _report(run: _Run, fault: EngineError | None, started: str, duration: float) -> Report:
    problem, submission, why = run.problem, run.submission, cannot(run.facts)
    verdict = worst(t.verdict for t in run.tests) if fault is None else Verdict.JUDGE_ERROR
    tests = run.tests
    tests = tuple(placed(test, submission.cells) for test in tests)
    if verdict in (Verdict.REJECTED, Verdict.JUDGE_ERROR):
        tests = tuple(msgspec.structs.replace(test, points=0.0) for test in tests)
    return Report(
        problem=ProblemRef(slug=problem.slug, title=problem.title, digest=problem.digest),
        candidate=submission.candidate,
        submission=SubmissionRef(
            file=submission.file, sha256=submission.sha256, bytes=submission.bytes,
            source=submission.source, cells=submission.cells, notes=submission.notes,
        ),
        verdict=verdict,
        message=str(fault) if fault is not None else _sentence(run, verdict, tests),
        score=total(
            tests, problem.weights, withheld(why) if why else run.performance,
            has_ladder=bool(problem.ladder) and not run.visible_only,
        ),
        tests=tests,
        performance=run.performance if verdict is Verdict.ACCEPTED else None,
        policy=run.findings,
        flags=run.flags,
        sandbox=run.facts,
        started=started,
        duration_s=round(duration, 4),
        timings_s=run.timings,
        grader_version=grader_version(),
    )  # fmt: skip


def _sentence(run: _Run, verdict: Verdict, tests: tuple[TestResult, ...]) -> str:
    visible = "visible " if run.visible_only else ""
    if verdict is Verdict.ACCEPTED:
        return IN_WORDS[verdict].replace("every test", f"every {visible}test")
    failed = [test for test in tests if test.verdict is not Verdict.ACCEPTED]
    first = next(test for test in failed if test.verdict is verdict)
    count = f"{len(failed)} of {len(tests)} {visible}tests failed"
    return f"{IN_WORDS[verdict]}; {count}, first: {first.title}"


@functools.cache
def grader_version() -> str:
    """The installed version, or "0" in a checkout that is not installed."""
    try:
        return version("grader")
    except PackageNotFoundError:
        return "0"
