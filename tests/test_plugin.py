"""What an author's tests see: limits of one test, objects, property tests, helpers, misuse."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import hypothesis
import pytest
from hypothesis import strategies
from hypothesis.internal.conjecture import providers

from grader.boxes import Engine
from grader.drawing import fix_seed, no_words_of_sources
from grader.errors import ProblemError
from grader.grading import grade
from grader.model import Report, Submission, TestResult, Verdict
from grader.problems import read_problem

TOML = """
schema = 1
title = "Try"
topic = "from_scratch"
difficulty = "easy"
minutes = 5
reference = "submissions/accepted/good.py"

[[functions]]
signature = "double(x: int) -> int"

[[classes]]
signature = "Mean(start: float = 0.0)"
methods = ["fit(X)", "predict(X)"]

[limits]
cpu_s = 1.0
memory_bytes = 268_435_456
"""
GOOD = """
import numpy as np

def double(x):
    return 2 * x

class Mean:
    def __init__(self, start=0.0):
        self.start = start

    def fit(self, X):
        self.mean_ = np.asarray(X, float).mean(axis=0) + self.start
        return self

    def predict(self, X):
        return [self.mean_.tolist() for _ in X]
"""
TESTS = '''
import numpy as np
import pytest
from grader.testing import array, close, items, number
from hypothesis import given
from hypothesis import strategies as st


def test_function(candidate, reference):
    """A function"""
    assert candidate.double(4) == reference.double(4)


@pytest.mark.points(3)
@pytest.mark.hint("Two times, for every number.")
@given(x=st.integers(-1000, 1000))
def test_any_number(candidate, x):
    """Any number"""
    assert candidate.double(x) == 2 * x


def test_object(candidate):
    """An object that is fitted, asked and read"""
    model = candidate.Mean(start=1.0)
    fitted = model.fit([[1.0, 2.0], [3.0, 4.0]])
    assert model.mean_ == close([3.0, 4.0])
    assert array(fitted.mean_, (2,)).sum() == 7.0
    assert model.predict([[0], [0]]) == [[3.0, 4.0]] * 2
    first, second = items(model.predict([[0], [0]]), 2)
    assert first == second


@pytest.mark.limits(cpu_s=0.1)
def test_quick(candidate):
    """Within a tenth of a second"""
    assert candidate.double(10**6) == 2 * 10**6


@pytest.mark.limits(memory_bytes=32 * 2**20)
def test_lean(candidate):
    """Within 32 MiB"""
    assert candidate.double(10**7) == 2 * 10**7


def test_unpacking(candidate):
    """Misuse of a wrong answer is the answer's fault"""
    value = candidate.double(1)
    assert value + 0 == 2
    assert number(value) == 2
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "try"
    (folder / "tests").mkdir(parents=True)
    (folder / "submissions" / "accepted").mkdir(parents=True)
    (folder / "problem.toml").write_text(TOML)
    (folder / "prompt.md").write_text("# Try\n")
    (folder / "starter.py").write_text("")
    (folder / "tests" / "test_hidden.py").write_text(TESTS)
    (folder / "submissions" / "accepted" / "good.py").write_text(GOOD)
    return folder


def graded(folder: Path, engine: Engine, source: str) -> Report:
    submission = Submission(
        candidate="c", file="c.py", source=source, sha256="0" * 64, bytes=len(source)
    )
    return grade(read_problem(folder), submission, engine)


def result(report: Report, name: str) -> TestResult:
    return next(test for test in report.tests if test.name == name)


def test_the_reference_passes(folder: Path, engine: Engine) -> None:
    report = graded(folder, engine, GOOD)
    assert report.verdict is Verdict.ACCEPTED, [t.message for t in report.tests]
    assert (report.score.total, report.score.correctness.max) == (100, 100)
    assert not list(folder.rglob("__pycache__"))


def test_the_smallest_failing_input_is_found(folder: Path, engine: Engine) -> None:
    report = graded(folder, engine, GOOD.replace("return 2 * x", "return 2 * x - (x > 37)"))
    failed = result(report, "test_any_number")
    assert failed.verdict is Verdict.WRONG_ANSWER
    assert failed.example == "x=38"
    assert failed.call == "double(38)"
    assert (failed.expected, failed.actual) == ("76", "75")
    assert failed.hint == "Two times, for every number."


def test_a_property_test_cannot_be_drawn_out(folder: Path, engine: Engine) -> None:
    """Each example is within its limits; all of them together would take minutes."""
    toml = folder / "problem.toml"
    quick = toml.read_text().replace("cpu_s = 1.0", "cpu_s = 0.3\nwall_s = 0.6\nimport_s = 0.1")
    toml.write_text(quick)
    slow = GOOD.replace("return 2 * x", "time.sleep(0.45 * (abs(x) > 4)); return 2 * x")
    failed = result(graded(folder, engine, "import time\n" + slow), "test_any_number")
    assert failed.verdict is Verdict.TIME_LIMIT_EXCEEDED
    assert failed.example


def test_an_exception_in_a_property_test(folder: Path, engine: Engine) -> None:
    report = graded(folder, engine, GOOD.replace("return 2 * x", "return 2 * x if x else x[0]"))
    failed = result(report, "test_any_number")
    assert failed.verdict is Verdict.RUN_TIME_ERROR
    assert failed.example == "x=0"
    assert "TypeError" in failed.message
    assert failed.line is not None


def test_limits_of_one_test(folder: Path, engine: Engine) -> None:
    busy = GOOD.replace(
        "    return 2 * x",
        "    import time\n    end = time.process_time() + (0.3 if x == 10**6 else 0)\n"
        "    while time.process_time() < end: pass\n"
        "    big = np.ones(8 * 2**20) if x == 10**7 else 0\n    return 2 * x",
    )
    report = graded(folder, engine, busy)
    assert result(report, "test_quick").verdict is Verdict.TIME_LIMIT_EXCEEDED
    assert "limit is 0.1 s" in result(report, "test_quick").message
    assert result(report, "test_lean").verdict is Verdict.MEMORY_LIMIT_EXCEEDED
    assert "32 MiB" in result(report, "test_lean").message
    assert result(report, "test_function").verdict is Verdict.ACCEPTED


@pytest.mark.parametrize("wrong", ["None", "'8'", "[1, 2]", "8.0", "True", "x"])
def test_wrong_answers_of_every_form(folder: Path, engine: Engine, wrong: str) -> None:
    report = graded(folder, engine, GOOD.replace("return 2 * x", f"return {wrong}"))
    assert {result(report, name).verdict for name in ("test_function", "test_unpacking")} == {
        Verdict.WRONG_ANSWER
    }
    assert "returned" in result(report, "test_function").message


def test_a_class_without_a_method(folder: Path, engine: Engine) -> None:
    report = graded(folder, engine, GOOD.replace("def predict", "def foretell"))
    assert report.verdict is Verdict.RUN_TIME_ERROR
    assert "no method predict" in report.tests[0].message


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("candidate.triple(1)", "problem.toml does not list"),
        ("assert open('/nowhere')", "FileNotFoundError"),
    ],
)
def test_mistakes_of_the_author(folder: Path, engine: Engine, line: str, text: str) -> None:
    with (folder / "tests" / "test_hidden.py").open("a") as file:
        file.write(f"\n\ndef test_broken(candidate):\n    {line}\n")
    with pytest.raises(ProblemError, match=text):
        graded(folder, engine, GOOD)


@pytest.mark.parametrize(
    "marker", ["points('two')", "limits(cpu=1)", "limits(memory_bytes=2**40)", "pionts(2)"]
)
def test_broken_markers(folder: Path, engine: Engine, marker: str) -> None:
    with (folder / "tests" / "test_hidden.py").open("a") as file:
        file.write(f"\n\n@pytest.mark.{marker}\ndef test_broken(candidate):\n    pass\n")
    with pytest.raises(ProblemError):
        graded(folder, engine, GOOD)


def test_examples_are_not_drawn_from_sources_nearby(monkeypatch: pytest.MonkeyPatch) -> None:
    """They would change with every edit of ours, and between a checkout and an installation."""
    name = "_get_local_constants"
    monkeypatch.setattr(providers, name, getattr(providers, name))  # is put back
    assert len(getattr(providers, name)()) > 0, "the tests of a checkout have such constants"
    no_words_of_sources()
    assert len(getattr(providers, name)()) == 0


drawn: list[int] = []


@hypothesis.settings(derandomize=True, database=None, max_examples=10)
@hypothesis.given(strategies.integers())
def draws(number: int) -> None:
    drawn.append(number)


def draw_again() -> list[int]:
    drawn.clear()
    draws()
    return list(drawn)


def test_the_seed_found_once_draws_what_derandomize_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "_hypothesis_internal_use_seed"
    monkeypatch.setattr(draws, name, None, raising=False)
    expected = draw_again()
    fix_seed(cast(pytest.Item, SimpleNamespace(obj=draws)))
    assert getattr(draws, name) is not None
    assert draw_again() == expected


def test_a_seed_of_the_authors_own_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "_hypothesis_internal_use_seed"
    monkeypatch.setattr(draws, name, 7, raising=False)
    fix_seed(cast(pytest.Item, SimpleNamespace(obj=draws)))
    assert getattr(draws, name) == 7
