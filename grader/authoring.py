"""A problem's tests in the author's own pytest: the same fixtures and marks, its usual output."""

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from grader.answers import Answer
from grader.boxes import Engine
from grader.calibrating import in_force
from grader.cases import Candidate
from grader.containers import DockerEngine
from grader.display import visible
from grader.doctor import require
from grader.errors import GraderError, ProblemError
from grader.explaining import explain, sides
from grader.judging import look
from grader.model import Problem, Submission, Verdict
from grader.outcomes import CandidateRaised, CandidateStopped, Unanswerable
from grader.plugin import Enough, Mismatch, Plugin
from grader.problems import read_problem
from grader.processes import ProcessEngine
from grader.session import Session
from grader.submissions import read_submission
from grader.verdicts import worst

OF_THE_CANDIDATE = (CandidateStopped, CandidateRaised, Unanswerable)
"""What a traceback through the grader would say nothing about."""


def plugin_for(folder: Path, file: str | None, engine: str | None) -> "Authoring":
    """The plugin for one problem and one solution; the reference, where no file is given.

    Raises:
        pytest.UsageError: the folder is no sound problem, or there is no such file.
    """
    try:
        problem = read_problem(folder)
        given = file or str(folder / problem.reference)
        submission = read_submission(given, None)
    except GraderError as error:
        raise pytest.UsageError(str(error)) from None
    trusted = file is None  # the author's own reference
    if engine not in (None, "docker", "process"):
        raise pytest.UsageError(f"GRADER_ENGINE: expected docker or process, got {engine!r}")
    return Authoring(problem, submission, engine or ("process" if trusted else "docker"))


class Authoring(Plugin):
    """The grader's plugin, for a run whose output is pytest's."""

    def __init__(self, problem: Problem, submission: Submission, engine: str) -> None:
        super().__init__()
        self.problem = problem
        self.source = submission.source
        self.submission = submission
        self.engine_name = engine
        self.engine: Engine | None = None
        self.verdicts: list[Verdict] = []
        self.points: list[tuple[float, float]] = []

    @pytest.fixture
    def candidate(self) -> Candidate:
        """The submission, sandboxed."""
        if self.preset is not None:
            pytest.fail(f"{self.preset[0]}: {visible(self.preset[1])}", pytrace=False)
        return super().candidate.__wrapped__(self)  # type: ignore[attr-defined,no-any-return]

    # ---------------------------------------------------------------- the run as a whole

    def pytest_report_header(self) -> str:
        return f"grader: {self.problem.slug}, {self.submission.file}, engine {self.engine_name}"

    def pytest_ignore_collect(self, collection_path: Path) -> bool | None:
        """Sample submissions are no tests, whatever they are called."""
        inside = collection_path.is_relative_to(self.problem.folder / "submissions")
        return True if inside else None

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Errors while tests are loaded are pytest's to show."""

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        self.total = len(session.items)

    def pytest_sessionfinish(self) -> None:
        if self.session is not None:
            self.session.close()
        if self.engine is not None:
            self.engine.close()

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        if not self.verdicts:
            return
        earned, whole = (sum(column) for column in zip(*self.points, strict=True))
        terminalreporter.section("grader")
        terminalreporter.line(
            f"{worst(self.verdicts)}: {earned:g} of {whole:g} points in {len(self.points)} tests; "
            "runtime and memory are measured by grader submit"
        )

    def _open(self) -> None:
        """The sandbox, when the first test needs it."""
        if self.session is not None or self.preset is not None:
            return
        if self.submission.fault:
            self.preset = (Verdict.RUN_TIME_ERROR, self.submission.fault, None)
            return
        engine: Engine = ProcessEngine() if self.engine_name == "process" else DockerEngine()
        self.engine = engine
        engine.prepare()
        require(engine)
        limits = in_force(self.problem, engine)
        self.problem = msgspec.structs.replace(self.problem, limits=limits)
        self.session = Session(engine.open(limits), lambda: engine.open(limits))
        self.preset = look(self.session, self.problem, self.source).preset

    # ---------------------------------------------------------------- one test

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(
        self, item: pytest.Item, nextitem: pytest.Item | None
    ) -> Iterator[None]:
        del nextitem
        self._forget()
        try:
            self._open()
            if self.session is None:
                yield
                return
            with self._on(item):
                yield
        except GraderError as error:
            pytest.exit(f"grader: {error}", returncode=error.exit_code)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, Any, Any]:
        if call.excinfo is not None and self.caught is None:
            self.caught = call.excinfo.value
        report: pytest.TestReport = yield
        if report.failed and not (call.excinfo and isinstance(call.excinfo.value, GraderError)):
            self._explain(item, report)
        if report.when == "teardown" and not self._skipped():
            self._count(item)
        return report

    def _skipped(self) -> bool:
        return isinstance(self.caught, pytest.skip.Exception)

    def _explain(self, item: pytest.Item, report: pytest.TestReport) -> None:
        """What grader has to say of a failure, below what pytest says."""
        error = self.caught
        if self.failing is not None and isinstance(error, (Exception, Enough)):
            error, self.example, *_ = self.failing
            info = pytest.ExceptionInfo.from_exception(error)
            report.longrepr = item.repr_failure(info)
        result = self._result_of(item)
        if isinstance(error, OF_THE_CANDIDATE):
            report.longrepr = f"{result.verdict}: {visible(result.message)}"
        facts = {
            "verdict": str(result.verdict), "called": result.call, "with": result.example,
            "line": str(result.line or ""), "hint": result.hint,
        }  # fmt: skip
        text = "\n".join(f"{key}: {visible(value)}" for key, value in facts.items() if value)
        report.sections.append(("grader", text))

    def _count(self, item: pytest.Item) -> None:
        self._end_case()
        result = self._result_of(item)
        self.verdicts.append(result.verdict)
        self.points.append((result.points, result.max_points))

    def _result_of(self, item: pytest.Item) -> Any:
        if self.preset is not None:
            verdict, message, line = self.preset
            return self._result(item, verdict, message, line=line, call="", example="")
        try:
            return self._judge(item)
        except ProblemError as error:  # the test's own fault, which pytest shows
            return self._result(
                item, Verdict.JUDGE_ERROR, error.message, line=None, call="", example=""
            )

    def pytest_assertrepr_compare(self, op: str, left: Any, right: Any) -> list[str] | None:
        """Ours where the candidate's answer is compared, else pytest's own."""
        known = sides(left, right)
        if known is None:
            return None
        if op == "==":
            actual, expected = (v.value if type(v) is Answer else v for v in known)
            self.mismatch = Mismatch(explain(op, left, right)[0], expected, actual)
        return explain(op, left, right)
