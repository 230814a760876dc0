"""Tests that are collected once: many jobs see what one sees, and the process stays as it was."""

import contextlib
import os
import sys
from pathlib import Path

import hypothesis
import msgspec
import pytest
from hypothesis.internal.conjecture import providers

from grader.collecting import Collected, keeping_collected, prepare
from grader.errors import ProblemError
from grader.judging import judge
from grader.model import Limits, Problem, TestResult, Verdict
from grader.problems import read_problem
from grader.processes import ProcessEngine
from grader.session import Session

TOML = """
schema = 1
title = "Try"
topic = "from_scratch"
difficulty = "easy"
minutes = 5
reference = "submissions/accepted/good.py"

[[functions]]
signature = "double(x: int) -> int"
"""
GOOD = "def double(x):\n    return 2 * x\n"
TESTS = '''
"""Hidden."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

ran = []


@dataclasses.dataclass
class Pair:
    x: int
    twice: int


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    place = tmp_path_factory.mktemp("pair") / "x"
    place.write_text("3")
    yield Pair(int(place.read_text()), 6)
    place.unlink()


def test_alone(candidate):
    """No job has run before this one."""
    ran.append(1)
    print("for nobody")
    assert candidate.double(len(ran)) == 2


@pytest.mark.hint("twice")
@pytest.mark.parametrize("x", [0, 5])
def test_numbers(candidate, reference, x):
    """Numbers"""
    assert candidate.double(x) == reference.double(x)


@given(st.integers(-50, 50))
def test_property(candidate, x):
    """Any number"""
    assert candidate.double(x) == 2 * x


def test_pair(candidate, pair):
    """Of a fixture"""
    assert candidate.double(pair.x) == pair.twice
'''


def make(folder: Path, tests: str = TESTS) -> Problem:
    for name, text in {
        "problem.toml": TOML,
        "prompt.md": "Twice x.\n",
        "starter.py": "def double(x):\n    ...\n",
        "submissions/accepted/good.py": GOOD,
        "tests/test_hidden.py": tests,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return read_problem(folder)


def results(problem: Problem, source: str) -> tuple[TestResult, ...]:
    """What a job finds out, without what it cost."""
    box = ProcessEngine().open(Limits())
    session = Session(box)
    try:
        found = judge(problem, source, session)
    finally:
        session.close()
    return tuple(
        msgspec.structs.replace(test, cpu_s=0.0, wall_s=0.0, peak_bytes=0, slowest_s=0.0)
        for test in found
    )


@pytest.mark.parametrize(
    "source",
    [
        GOOD,
        "def double(x):\n    return 2 * x if x < 7 else 15\n",
        "def double(x):\n    return x.y\n",
    ],
)
def test_every_job_finds_what_the_first_found(tmp_path: Path, source: str) -> None:
    problem = make(tmp_path / "try")
    alone = results(problem, source)
    with keeping_collected():
        assert [results(problem, source) for _ in range(3)] == [alone] * 3
        assert isinstance(prepare(problem, visible_only=False), Collected)


def test_a_problem_is_collected_when_it_has_run_once(tmp_path: Path) -> None:
    problem = make(tmp_path / "try")
    with keeping_collected():
        assert not isinstance(prepare(problem, visible_only=False), Collected)
        results(problem, GOOD)
        assert isinstance(prepare(problem, visible_only=False), Collected)
    results(problem, GOOD)
    assert not isinstance(prepare(problem, visible_only=False), Collected)


def _state() -> tuple[object, ...]:
    """What pytest and our plugin change in the process that they run in."""
    return (
        list(sys.meta_path),
        dict(os.environ),
        sys.dont_write_bytecode,
        hypothesis.settings.get_current_profile_name(),
        hypothesis.settings().max_examples,
        getattr(providers, "_get_local_constants", None),
    )


def test_the_process_stays_as_it_was(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "--exitfirst")
    problem = make(tmp_path / "try", "print('loud')\n" + TESTS)
    before = _state()
    with keeping_collected():
        results(problem, GOOD)
        prepare(problem, visible_only=False)
        assert _state() == before
        inside = [
            m for m in sys.modules.values() if str(tmp_path) in str(getattr(m, "__file__", ""))
        ]
        assert inside == []
    assert capfd.readouterr() == ("", "")
    assert not list(tmp_path.rglob("__pycache__"))


def test_another_version_of_a_problem_is_collected_anew(tmp_path: Path) -> None:
    with keeping_collected():
        for _ in range(3):
            assert len(results(make(tmp_path / "try"), GOOD)) == 5
        more = TESTS + "\n\ndef test_more(candidate):\n    assert candidate.double(1) == 2\n"
        for _ in range(3):
            assert len(results(make(tmp_path / "try", more), GOOD)) == 6


def test_where_nothing_may_run_each_test_ends_as_said(tmp_path: Path) -> None:
    problem = make(tmp_path / "try")
    preset = (Verdict.REJECTED, "line 1: no", 1)
    with keeping_collected():
        for _ in range(3):
            found = judge(problem, GOOD, None, preset=preset)
            assert [test.verdict for test in found] == [Verdict.REJECTED] * 5
            assert found[1].hint == "twice"


def test_tests_that_can_be_loaded_only_once_are_loaded_in_each_job(tmp_path: Path) -> None:
    """What goes wrong while they are collected here is not the job's end."""
    mark = tmp_path / "process"
    once = (
        f"import os, pathlib\nmark = pathlib.Path({str(mark)!r})\n"
        "assert not mark.exists() or mark.read_text() != str(os.getpid())\n"
    )
    mark.write_text(str(os.getpid()))
    problem = make(tmp_path / "try", once + TESTS)
    with keeping_collected():
        for _ in range(3):
            assert all(test.verdict is Verdict.ACCEPTED for test in results(problem, GOOD))
        assert not isinstance(prepare(problem, visible_only=False), Collected)


def test_a_problems_own_conftest_counts_and_none_above_it(tmp_path: Path) -> None:
    problem = make(
        tmp_path / "try", "def test_one(candidate, six):\n    assert candidate.double(3) == six\n"
    )
    (tmp_path / "try" / "tests" / "conftest.py").write_text(
        "import pytest\n\n\n@pytest.fixture\ndef six():\n    return 6\n"
    )
    (tmp_path / "conftest.py").write_text("raise RuntimeError('not of this problem')\n")
    problem = read_problem(problem.folder)
    alone = results(problem, GOOD)
    assert [test.verdict for test in alone] == [Verdict.ACCEPTED]
    with keeping_collected():
        assert [results(problem, GOOD) for _ in range(3)] == [alone] * 3
        assert isinstance(prepare(problem, visible_only=False), Collected)


def test_tests_that_cannot_be_loaded_are_the_problems_fault_each_time(tmp_path: Path) -> None:
    problem = make(tmp_path / "try", "import no_such_module\n" + TESTS)
    said = []
    for keeping in (contextlib.nullcontext, keeping_collected):
        with keeping():
            for _ in range(2):
                with pytest.raises(ProblemError, match="no_such_module") as error:
                    results(problem, GOOD)
                said.append(str(error.value))
    assert len(set(said)) == 1
    assert str(problem.folder / "tests" / "test_hidden.py") in said[0]
