"""Faults of ours in the middle of a grading: tried again, then a judge error; never a verdict."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from conftest import make_problem
from grader.boxes import Box
from grader.errors import SandboxFault
from grader.grading import grade
from grader.model import Limits, Problem, Report, SandboxFacts, Submission, Verdict
from grader.outcomes import CandidateStopped
from grader.problems import read_problem
from grader.processes import ProcessEngine
from grader.session import Session

SOURCE = "def f(x):\n    return x\n"
TESTS = '''
import pytest
from hypothesis import given
from hypothesis import strategies as st


@given(x=st.integers(0, 999))
def test_property(candidate, x):
    """A property"""
    assert candidate.f(x) == x


def test_anything_may_be_raised(candidate):
    """A test that would swallow any exception"""
    with pytest.raises(Exception):
        candidate.f(1)
        raise ValueError
'''
TOML = """
schema = 1
title = "Try"
topic = "from_scratch"
difficulty = "easy"
minutes = 5
reference = "submissions/accepted/good.py"

[[functions]]
signature = "f(x: int) -> int"
"""


class FrailBox:
    """A box that is gone after some exchanges."""

    def __init__(self, box: Box, exchanges: int, *, out_of_memory: bool) -> None:
        self.box = box
        self.left = exchanges
        self.dies_of_memory = out_of_memory
        self.case_data_bytes = box.case_data_bytes

    @property
    def facts(self) -> SandboxFacts:
        return self.box.facts

    def send(self, chunks: Sequence[bytes | memoryview], deadline: float) -> None:
        self.left -= 1
        if self.left < 0:
            raise SandboxFault(f"killed ({'at once' if self.left == -1 else 'still'})")
        self.box.send(chunks, deadline)

    def receive(self, size: int, deadline: float) -> bytearray:
        return self.box.receive(size, deadline)

    def out_of_memory(self) -> bool:
        return self.dies_of_memory

    def close(self) -> None:
        self.box.close()


class FrailEngine:
    """Opens boxes that last for so many exchanges, in turn; the last figure holds for the rest."""

    name = "process"

    def __init__(self, *exchanges: int, out_of_memory: bool = False) -> None:
        self.exchanges = list(exchanges)
        self.out_of_memory = out_of_memory
        self.engine = ProcessEngine()

    def prepare(self) -> None: ...

    def open(self, limits: Limits) -> FrailBox:
        exchanges = self.exchanges.pop(0) if len(self.exchanges) > 1 else self.exchanges[0]
        return FrailBox(self.engine.open(limits), exchanges, out_of_memory=self.out_of_memory)

    def describe(self) -> dict[str, str]:
        return {}

    def close(self) -> None: ...


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    for name, text in {
        "problem.toml": TOML, "prompt.md": "f", "starter.py": SOURCE,
        "tests/test_hidden.py": TESTS, "submissions/accepted/good.py": SOURCE,
    }.items():  # fmt: skip
        path = tmp_path / "try" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return read_problem(tmp_path / "try")


def graded(problem: Problem, engine: FrailEngine) -> Report:
    submission = Submission(candidate="x", file="x.py", source=SOURCE, sha256="", bytes=len(SOURCE))
    return grade(problem, submission, engine)


WHOLE = 1000
EXCHANGES = [1, 2, 3, 4, 5, 10, 20, 40]
"""Greeting, review, import, then examples of the property, then the last test."""


@pytest.mark.parametrize("exchanges", EXCHANGES)
def test_a_box_that_dies_once_costs_nothing(problem: Problem, exchanges: int) -> None:
    report = graded(problem, FrailEngine(exchanges, WHOLE))
    assert report.verdict is Verdict.ACCEPTED, report.message
    assert report.score.total == 100


@pytest.mark.parametrize("exchanges", EXCHANGES)
def test_boxes_that_go_on_dying_are_a_judge_error(problem: Problem, exchanges: int) -> None:
    report = graded(problem, FrailEngine(exchanges))
    assert report.verdict is Verdict.JUDGE_ERROR
    assert report.score.total == 0
    assert "killed" in report.message


def test_a_fault_that_a_test_swallows_is_still_ours(problem: Problem) -> None:
    """The whole of the property test, and then the box is gone in the middle of the other one."""
    report = graded(problem, FrailEngine(_used(problem) - 2))
    assert report.verdict is Verdict.JUDGE_ERROR


def _used(problem: Problem) -> int:
    """How many exchanges a whole grading has: the last are a call, and the end of its case."""
    low, high = 1, WHOLE
    while low < high:
        middle = (low + high) // 2
        accepted = graded(problem, FrailEngine(middle)).verdict is Verdict.ACCEPTED
        low, high = (low, middle) if accepted else (middle + 1, high)
    return low


def test_a_box_that_a_case_used_up_is_replaced() -> None:
    """The candidate's memory was the end of the whole box: its verdict, and the next has another."""
    problem = make_problem()
    engine = FrailEngine(2, WHOLE, out_of_memory=True)
    session = Session(engine.open(problem.limits), lambda: engine.open(problem.limits))
    try:
        session.begin(SOURCE, problem, problem.limits)
        with pytest.raises(CandidateStopped) as stopped:
            session.call(None, "f", (1,))
        assert stopped.value.ending.kind == "memory"
        session.end()
        session.begin(SOURCE, problem, problem.limits)
        assert session.call(None, "f", (2,)).value == 2
        session.end()
    finally:
        session.close()


def test_without_another_box_that_is_a_fault() -> None:
    problem = make_problem()
    session = Session(FrailEngine(2, out_of_memory=True).open(problem.limits))
    try:
        session.begin(SOURCE, problem, problem.limits)
        with pytest.raises(CandidateStopped):
            session.call(None, "f", (1,))
        with pytest.raises(SandboxFault):
            session.begin(SOURCE, problem, problem.limits)
    finally:
        session.close()
