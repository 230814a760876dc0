"""The pytest plugin of one job: the fixtures, the markers, and each test's outcome as data."""

import contextlib
import functools
import time
import types
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import hypothesis
import pytest
from _pytest.runner import runtestprotocol  # once more, as pytest-rerunfailures does

from grader.answers import Answer, AnswerMismatch, Close, listener
from grader.cases import Candidate, Case, Undeclared
from grader.comparing import describe
from grader.drawing import fix_seed, limit_examples, settle_hypothesis
from grader.elements import compared
from grader.errors import GraderError, ProblemError
from grader.explaining import NOTHING, explain, last_plain, sides
from grader.layers import layer_of
from grader.model import Comparison, Ending, Limits, Problem, Purpose, TestResult, Verdict
from grader.outcomes import CandidateRaised, CandidateStopped, Unanswerable
from grader.resources import load_module
from grader.session import Session
from grader.verdicts import bytes_in_words, of_ending, of_exception

MARKERS = (
    "points(n): what the test is worth; 1 by default",
    "limits(cpu_s, wall_s, memory_bytes, output_bytes): this test's own limits",
    "hint(text): what the candidate is told when it fails",
)
MESSAGE_CHARACTERS = 4096
VISIBLE_TESTS = "test_visible.py"
HOPELESS_AFTER = 3
OVER = (
    Verdict.TIME_LIMIT_EXCEEDED, Verdict.MEMORY_LIMIT_EXCEEDED, Verdict.OUTPUT_LIMIT_EXCEEDED,
)  # fmt: skip
EXAMPLES_WAIT = 3
"""All examples of a property test may take this many times the wall clock of one, imports too."""
SHRINK_S = 2.0
SHRINK_RUNS = 150
MISUSE = (
    TypeError, ValueError, IndexError, KeyError, AttributeError, ArithmeticError, StopIteration,
    MemoryError, RecursionError,
)  # fmt: skip
"""What a test's own code raises when an answer is not of the form that it expects."""


Preset = tuple[Verdict, str, int | None]
"""What every test ends as where a submission cannot be imported, or may not be run."""


class Started(NamedTuple):
    """A test begins: for whoever watches."""

    name: str
    title: str
    number: int
    total: int


class Mismatch(NamedTuple):
    """An `==` of a test that did not hold: in a sentence, and the two sides themselves."""

    text: str
    expected: Any
    actual: Any

    def wanted(self) -> Any:
        """The expected value without its tolerance."""
        return self.expected.expected if isinstance(self.expected, Close) else self.expected

    def comparison(self) -> Comparison | None:
        """Value by value, within the tolerance that the test gave."""
        rtol, atol = None, 0.0
        if isinstance(self.expected, Close):
            rtol, atol = self.expected.rtol, self.expected.atol
        return compared(self.actual, self.wanted(), rtol=rtol, atol=atol)


class Compared(NamedTuple):
    """How near the answers of a test came to what `close` expected, in tolerances."""

    name: str
    within: float
    """The farthest of those that were near enough."""
    beyond: float | None
    """The nearest of those that were not."""


class Enough(BaseException):
    """Stops hypothesis from looking for a smaller example: the one at hand is small enough."""


class Broken(BaseException):
    """A fault of ours in a test: no finding, neither of hypothesis nor of `pytest.raises`."""

    def __init__(self, error: GraderError) -> None:
        super().__init__(str(error))
        self.error = error


class Plugin:
    """Runs in the process that is forked for one job; `emit` takes what the parent is told.

    It may be made, and the tests collected with it, before there is a job: `begin` gives it one.
    """

    problem: Problem

    def __init__(self) -> None:
        self.purpose = Purpose.REPORT
        self.source = ""
        self.session: Session | None = None
        self.preset: Preset | None = None
        self.emit: Callable[[Any], None] = lambda _: None
        self.case: Case | None = None
        self.mismatch: Mismatch | None = None
        self.example = ""
        self.failing: tuple[BaseException, str, str, Mismatch | None] | None = None
        self.caught: BaseException | None = None
        self.fatal: GraderError | None = None
        self.total = 0
        self.done = 0
        self.hopeless = 0
        self.refuted = False
        self.distances: list[float] = []
        self.settled: set[str] = set()

    def begin(
        self,
        problem: Problem,
        source: str,
        session: Session | None,
        preset: Preset | None,
        purpose: Purpose,
        emit: Callable[[Any], None],
    ) -> None:
        """Take on a job. `problem` is that of the tests, perhaps with other limits."""
        self.problem, self.source, self.session, self.preset = problem, source, session, preset
        self.purpose, self.emit = purpose, emit
        if purpose not in (Purpose.REPORT, Purpose.MUTANT):
            listener.set(self.distances.append)

    # ---------------------------------------------------------------- fixtures

    @pytest.fixture
    def candidate(self) -> Candidate:
        """The submission, sandboxed; see docs for authors."""
        assert self.case is not None
        self.case.begin()
        return Candidate(self.case)

    # ---------------------------------------------------------------- hooks

    def pytest_configure(self, config: pytest.Config) -> None:
        for marker in MARKERS:
            config.addinivalue_line("markers", marker)
        config.pluginmanager.register(_reference(self), "grader-reference")
        settle_hypothesis()

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            last = str(report.longrepr).strip().splitlines()[-1:]
            where = self.problem.folder / report.nodeid
            self.fatal = ProblemError(f"{where}: the tests cannot be loaded: {''.join(last)}")

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        self.total = len(session.items)
        for item in session.items:
            item.repr_failure = _no_account  # type: ignore[assignment, method-assign]
            fix_seed(item)
        if not self.total and self.fatal is None:
            self.fatal = ProblemError(f"{self.problem.folder / 'tests'}: there is no test")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        """True where no test is to run; None leaves them to pytest."""
        if self.fatal is not None:
            return True
        if self.preset is None:
            return None
        verdict, message, line = self.preset
        for item in session.items:
            self.emit(self._result(item, verdict, message, line=line))
        return True

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(
        self, item: pytest.Item, nextitem: pytest.Item | None
    ) -> Iterator[None]:
        if self._is_settled(item):
            yield
            return
        try:
            self.emit(Started(item.name, title_of(item), self.done, self.total))
            with self._on(item, shared=self.purpose in (Purpose.REPETITION, Purpose.REFUTATION)):
                yield
            result = self._judge(item)
            if self._is_to_confirm(result):
                with self._on(item, shared=False):
                    runtestprotocol(item, log=False, nextitem=nextitem)
                result = self._judge(item)
            self.done += 1
            self.emit(result)
            if self.distances:
                within = max((off for off in self.distances if off <= 1), default=0.0)
                beyond = min((off for off in self.distances if off > 1), default=None)
                self.emit(Compared(item.name, within, beyond))
            self._give_up(item.session, result)
            if self.purpose is Purpose.REFUTATION:
                self.refuted |= result.verdict is not Verdict.ACCEPTED
            if self.purpose is Purpose.MUTANT and result.verdict is not Verdict.ACCEPTED:
                self.settled.add(layer_of(item.name, hidden=result.hidden))
        except GraderError as error:
            self.fatal = error
            item.session.shouldstop = "the grader cannot go on"

    @contextlib.contextmanager
    def _on(self, item: pytest.Item, *, shared: bool = False) -> Iterator[None]:
        """A run of this test on the candidate; `_judge` tells how it went."""
        self._forget()
        assert self.session is not None
        self.case = Case(
            self.session, self.problem, self.source, self._limits(item), shared=shared,
            lasting=self.purpose is Purpose.PROOF, told=self.purpose is Purpose.REPORT,
        )  # fmt: skip
        with self._examples_of(item):
            yield
        self._end_case()

    def _end_case(self) -> None:
        """As often as wanted. Raises what is the box's own fault."""
        if self.case is not None:
            self.case.end()
            if self.case.session.fault is not None:
                raise self.case.session.fault

    def _forget(self) -> None:
        """What is known of the test before this one."""
        self.mismatch, self.example, self.failing, self.caught = None, "", None, None
        self.case = None
        self.distances.clear()
        last_plain.set(NOTHING)

    def _is_to_confirm(self, result: TestResult) -> bool:
        """The first failure must not come of what a process kept of another test's calls."""
        first = self.purpose is Purpose.REFUTATION and not self.refuted
        alone = self.case is None or self.case.alone
        return first and not alone and result.verdict is not Verdict.ACCEPTED

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        if self._is_settled(item):
            pytest.skip("another test of its layer failed")

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, Any, Any]:
        if call.excinfo is not None and self.caught is None:
            self.caught = call.excinfo.value
        return (yield)

    def pytest_assertrepr_compare(self, op: str, left: Any, right: Any) -> list[str] | None:
        lines = explain(op, left, right)
        if op == "==" and (known := sides(left, right)) is not None:
            actual, expected = known
            self.mismatch = Mismatch(lines[0], _bare(expected), _bare(actual))
        return lines

    def _is_settled(self, item: pytest.Item) -> bool:
        return bool(self.settled) and layer_of(item.name, hidden=_hidden(item)) in self.settled

    def _give_up(self, session: pytest.Session, result: TestResult) -> None:
        """When the first tests, the small examples, all take too long, do not try the rest.

        An author's sample that must be over a limit is, as soon as it is once.
        """
        if result.verdict is not Verdict.TIME_LIMIT_EXCEEDED:
            self.hopeless = -self.total
        self.hopeless += 1
        text = ""
        if self.hopeless == HOPELESS_AFTER:
            text = f"not tried: the first {HOPELESS_AFTER} tests all exceeded the time limit"
        elif self.purpose is Purpose.REFUTATION and result.verdict in OVER:
            text = f"not tried: {result.name} is over a limit"
        if text:
            for item in session.items[self.done :]:
                self.case = None
                self.emit(self._result(item, result.verdict, text))
            session.shouldstop = text

    # ---------------------------------------------------------------- one test

    def _limits(self, item: pytest.Item) -> Limits:
        limits = self.problem.limits
        marker = item.get_closest_marker("limits")
        if marker is None:
            return limits
        changed = dict(marker.kwargs)
        fields = set(limits.__struct_fields__)
        if unknown := set(changed) - fields:
            raise ProblemError(
                f"{item.nodeid}: limits({', '.join(sorted(unknown))}): unknown limit"
            )
        merged = {name: changed.get(name, getattr(limits, name)) for name in fields}
        if merged["memory_bytes"] > limits.memory_bytes:
            raise ProblemError(
                f"{item.nodeid}: limits(memory_bytes) is above the problem's own",
                fix="raise limits.memory_bytes in problem.toml",
            )
        return Limits(**merged)

    @contextlib.contextmanager
    def _examples_of(self, item: pytest.Item) -> Iterator[None]:
        """Give each example of a property test a child of its own; keep the smallest that fails."""
        handle = getattr(getattr(item, "obj", None), "hypothesis", None)
        if handle is None:
            yield
            return
        if self.purpose is Purpose.REFUTATION:
            limit_examples(item.obj)  # type: ignore[attr-defined]
        inner = handle.inner_test
        started: list[float] = []
        case = self.case
        assert case is not None

        @functools.wraps(inner)
        def example(*args: Any, **kwargs: Any) -> Any:
            if started and (
                self.purpose is not Purpose.REPORT
                or time.monotonic() - started[0] > SHRINK_S
                or len(started) > SHRINK_RUNS
            ):
                raise Enough
            most = EXAMPLES_WAIT * (case.limits.wall + case.limits.import_wall)
            if case.waited_s > most:
                ending = Ending(kind="wall", limit=most, used=case.waited_s)
                raise CandidateStopped(ending, case.cost)
            try:
                case.renew()
            except GraderError as error:
                raise Broken(error) from None
            self.mismatch = None
            if case.told:
                self.example = _drawn(kwargs)
            try:
                return inner(*args, **kwargs)
            except GraderError as error:
                raise Broken(error) from None
            except Exception as error:
                if not isinstance(error, hypothesis.errors.HypothesisException):
                    started.append(time.monotonic())
                    if self.failing is None or self._alike(item, error, self.failing[0]):
                        self.failing = (error, self.example, case.call_text, self.mismatch)
                raise

        handle.inner_test = example
        try:
            yield
        finally:
            handle.inner_test = inner

    def _judge(self, item: pytest.Item) -> TestResult:
        error = self.caught
        assert self.case is not None
        call, example, mismatch = self.case.call_text, "", self.mismatch
        if self.failing is not None and isinstance(error, (Exception, Enough, CandidateStopped)):
            error, example, call, mismatch = self.failing
        elif isinstance(error, CandidateStopped):
            example = self.example
        if error is None:
            return self._result(item, Verdict.ACCEPTED, "")
        verdict, message, line = self._outcome(item, error, mismatch)
        facts: dict[str, Any] = {"line": line, "call": call, "example": example}
        if self.purpose is Purpose.REPORT:  # nobody else reads how two answers differ
            facts |= _sides(error, verdict, mismatch)
        return self._result(item, verdict, message, **facts)

    def _alike(self, item: pytest.Item, one: Exception, other: BaseException) -> bool:
        """Whether both end the test with the same verdict.

        That of the first example which fails is the test's: what is found while it is made
        smaller depends on how much time there was.
        """
        try:
            return self._outcome(item, one, None)[0] is self._outcome(item, other, None)[0]
        except GraderError:
            return False

    def _outcome(
        self, item: pytest.Item, error: BaseException, mismatch: Mismatch | None
    ) -> tuple[Verdict, str, int | None]:
        if isinstance(error, CandidateStopped):
            return *of_ending(error.ending), None
        if isinstance(error, CandidateRaised):
            verdict, text = of_raised(error)
            if verdict is Verdict.MEMORY_LIMIT_EXCEEDED and self.case is not None:
                text += f"; the limit is {bytes_in_words(self.case.limits.memory_bytes)}"
            return verdict, text, error.line
        if isinstance(error, Unanswerable):
            if error.too_large:
                return Verdict.OUTPUT_LIMIT_EXCEEDED, f"returned too much: {error}", None
            return Verdict.WRONG_ANSWER, f"returned {error}, expected plain values", None
        if isinstance(error, AnswerMismatch):
            return Verdict.WRONG_ANSWER, str(error), None
        if isinstance(error, (AssertionError, pytest.fail.Exception)):
            text = mismatch.text if mismatch else _assertion(error)
            return Verdict.WRONG_ANSWER, text, None
        if isinstance(error, GraderError):
            raise error
        if isinstance(error, Broken):
            raise error.error
        assert self.case is not None
        if isinstance(error, Undeclared):
            raise ProblemError(str(error))
        if isinstance(error, MISUSE) and self.case.answered:
            text = f"the answer is not of the expected form ({type(error).__name__}: {error})"
            return Verdict.WRONG_ANSWER, text, None
        raise ProblemError(
            f"{item.nodeid}: the test failed by itself: {type(error).__name__}: {error}"
        )

    def _result(
        self, item: pytest.Item, verdict: Verdict, message: str, **facts: Any
    ) -> TestResult:
        case = self.case
        points = _number(item, "points", 1.0)
        hint = item.get_closest_marker("hint")
        return TestResult(
            name=item.name,
            title=title_of(item),
            hidden=_hidden(item),
            points=points if verdict is Verdict.ACCEPTED else 0.0,
            max_points=points,
            verdict=verdict,
            message=message[:MESSAGE_CHARACTERS],
            hint=str(hint.args[0]) if hint and hint.args else "",
            printed=case.printed if case else "",
            cpu_s=case.cost.cpu_s if case else 0.0,
            wall_s=case.cost.wall_s if case else 0.0,
            peak_bytes=case.cost.peak_bytes if case else 0,
            slowest_s=case.slowest_s if case else 0.0,
            **facts,
        )


def _reference(plugin: Plugin) -> types.ModuleType:
    """A plugin with the fixture `reference`: of the session, which a method's cannot be."""

    @pytest.fixture(scope="session")
    def reference() -> types.ModuleType:
        """The module that problem.toml names as `reference`, on the host."""
        folder = plugin.problem.folder
        return load_module(folder / plugin.problem.reference, "grader_reference")

    holder = types.ModuleType("grader_reference_fixture")
    holder.reference = reference  # type: ignore[attr-defined]
    return holder


def of_raised(error: CandidateRaised) -> tuple[Verdict, str]:
    """Verdict and sentence for an exception of the candidate's code."""
    verdict = of_exception(error.type_name, error.kinds)
    place = f" (line {error.line})" if error.line else ""
    if error.while_loading and "SyntaxError" in error.kinds:
        return verdict, f"the file does not parse: {error.text}{place}{_caret(error)}"
    when = " while the file was imported" if error.while_loading else ""
    text = f": {error.text}" if error.text else ""
    return verdict, f"it raised {error.type_name}{text}{when}{place}"


def _caret(error: CandidateRaised) -> str:
    if not error.lines or not error.lines[-1][2].strip():
        return ""
    _, _, text, column = error.lines[-1]
    shown = text.rstrip("\n").expandtabs(1)
    stripped = shown.lstrip()
    offset = max(0, column - 1 - (len(shown) - len(stripped)))
    return f"\n    {stripped}\n    {' ' * min(offset, len(stripped))}^"


def title_of(item: pytest.Item) -> str:
    """The first line of a test's docstring, else its name in words.

    Cases of one parametrised test are numbered: their parameters may be hidden inputs.
    """
    text = str(getattr(getattr(item, "obj", None), "__doc__", None) or "").strip()
    text = text.splitlines()[0] if text else item.name.removeprefix("test_").replace("_", " ")
    callspec = getattr(item, "callspec", None)
    if callspec is None:
        return text
    return f"{text}, {1 + next(iter(callspec.indices.values()), 0)}"


def _drawn(arguments: dict[str, Any]) -> str:
    """What hypothesis drew, of all that a test is handed."""
    drawn = {k: v for k, v in arguments.items() if not isinstance(v, (Candidate, Case))}
    drawn = {k: v for k, v in drawn.items() if type(v) is not types.ModuleType}
    return ", ".join(f"{k}={describe(v)}" for k, v in drawn.items())


def _hidden(item: pytest.Item) -> bool:
    return item.path.name != VISIBLE_TESTS


def _number(item: pytest.Item, marker: str, default: float) -> float:
    mark = item.get_closest_marker(marker)
    if mark is None:
        return default
    if len(mark.args) != 1 or not isinstance(mark.args[0], (int, float)) or mark.args[0] < 0:
        raise ProblemError(f"{item.nodeid}: {marker}(n) takes one number, not below 0")
    return float(mark.args[0])


def _no_account(*_failure: Any) -> str:
    """What pytest itself would write of a failure takes long, and has no reader."""
    return ""


def _sides(error: BaseException, verdict: Verdict, mismatch: Mismatch | None) -> dict[str, Any]:
    """What was expected and what came, where the test failed by comparing them."""
    if isinstance(error, AnswerMismatch):
        return {"expected": error.expected, "actual": error.actual}
    if verdict is not Verdict.WRONG_ANSWER or mismatch is None:
        return {}
    return {
        "expected": describe(mismatch.wanted()), "actual": describe(mismatch.actual),
        "comparison": mismatch.comparison(),
    }  # fmt: skip


def _bare(value: Any) -> Any:
    return value.value if type(value) is Answer else value


def _assertion(error: BaseException) -> str:
    """An assertion's own text without pytest's decorations."""
    lines = str(error).strip().splitlines()
    return "\n".join(lines[:12]) if lines else "a check of the test failed"


def test_files(problem: Problem, *, visible_only: bool) -> list[Path]:
    """The test files of a problem, the visible ones first.

    Raises:
        ProblemError: only those that a candidate may see are wanted, and there are none.
    """
    visible = problem.folder / "tests" / VISIBLE_TESTS
    if visible_only and not visible.is_file():
        raise ProblemError(f"{visible}: is missing, so there is no visible test to run")
    if visible_only:
        return [visible]
    found = sorted((problem.folder / "tests").glob("test_*.py"))
    return sorted(found, key=lambda path: path.name != VISIBLE_TESTS)
