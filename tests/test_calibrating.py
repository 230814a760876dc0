"""Time limits as multiples of what the slowest accepted sample needs on this machine."""

from pathlib import Path
from typing import Any

import pytest

import grader.calibrating
from grader.calibrating import cache_folder, in_force
from grader.errors import ProblemError
from grader.grading import grade
from grader.model import Submission, Verdict
from grader.problems import read_problem
from grader.processes import ProcessEngine
from grader.scaffolding import new_problem
from grader.sharing import Engines
from grader.verifying import check

BURN = "\nimport time\ndef burn(s):\n    end = time.process_time() + s\n    while time.process_time() < end: pass\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A problem whose accepted samples each burn 0.1 s in a call; its limit is four times that."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = new_problem("column_means", tmp_path, is_class=False)
    manifest = folder / "problem.toml"
    text = manifest.read_text()
    assert "[limits]\n" in text
    lines = [line for line in text.splitlines() if not line.startswith("cpu_s")]
    manifest.write_text(
        "\n".join(lines).replace("[limits]", "[limits]\ncpu_s = 0.1\ncpu_times = 4")
    )
    (folder / "tests" / "test_visible.py").unlink(missing_ok=True)
    (folder / "tests" / "test_hidden.py").write_text(
        "def test_it(candidate):\n    assert candidate.column_means([[1.0, 2.0]]) == [1.0, 2.0]\n"
    )
    for path in (folder / "submissions" / "accepted").glob("*.py"):
        path.write_text(slow(0.1))
    return folder


def slow(seconds: float) -> str:
    return f"{BURN}def column_means(X):\n    burn({seconds})\n    return [1.0, 2.0]\n"


def test_the_limit_is_a_multiple_of_the_slowest(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem, told = read_problem(folder), []
    found = in_force(problem, ProcessEngine(), told.append)
    assert 0.4 <= found.cpu_s < 0.8
    assert told
    monkeypatch.setattr(grader.calibrating, "judge", None)  # from now on it is known
    assert in_force(problem, ProcessEngine()) == found
    for path in cache_folder().iterdir():
        path.write_text("{broken")
    with pytest.raises(TypeError):
        in_force(problem, ProcessEngine())


def test_seconds_are_the_least(folder: Path) -> None:
    manifest = folder / "problem.toml"
    manifest.write_text(manifest.read_text().replace("cpu_s = 0.1", "cpu_s = 3.0"))
    assert in_force(read_problem(folder), ProcessEngine()).cpu_s == 3.0


def test_without_a_multiple_seconds_are_seconds(folder: Path) -> None:
    manifest = folder / "problem.toml"
    manifest.write_text(manifest.read_text().replace("cpu_times = 4", ""))
    problem = read_problem(folder)
    assert in_force(problem, None) is problem.limits  # type: ignore[arg-type]  # nothing is run


@pytest.mark.parametrize("value", ["1.9", "101", "nan", "'4'"])
def test_a_multiple_that_cannot_be_meant(folder: Path, value: str) -> None:
    manifest = folder / "problem.toml"
    manifest.write_text(manifest.read_text().replace("cpu_times = 4", f"cpu_times = {value}"))
    with pytest.raises(ProblemError, match="limits.cpu_times"):
        read_problem(folder)


def test_a_sample_that_fails_is_named(folder: Path) -> None:
    first = next((folder / "submissions" / "accepted").glob("*.py"))
    first.write_text("def column_means(X):\n    return [0.0]\n")
    with pytest.raises(ProblemError, match=first.name):
        in_force(read_problem(folder), ProcessEngine())


def submission(source: str) -> Submission:
    return Submission(candidate="c", file="c.py", source=source, sha256="0" * 64, bytes=1)


def test_submissions_are_held_to_it(folder: Path) -> None:
    problem = read_problem(folder)
    verdicts = [
        grade(problem, submission(slow(seconds)), ProcessEngine(), performance=False)
        for seconds in (0.15, 2.0)
    ]
    assert [one.verdict for one in verdicts] == [Verdict.ACCEPTED, Verdict.TIME_LIMIT_EXCEEDED]
    assert verdicts[0].sandbox.limits["cpu_s"] >= 0.4


@pytest.mark.parametrize(("times", "ok"), [(1.2, False), (3.0, True)])
def test_a_slow_sample_must_be_plainly_beyond(folder: Path, times: float, ok: bool) -> None:
    problem = read_problem(folder)
    place = folder / "submissions" / "time_limit_exceeded"
    place.mkdir(exist_ok=True)
    limit = in_force(problem, ProcessEngine()).cpu_s
    (place / "slow.py").write_text(slow(times * limit))

    def make(_name: str, seed: str) -> Any:
        return ProcessEngine(seed)

    engines = Engines(make)
    proof = check(problem, "time_limit_exceeded", place / "slow.py", engines, ("process",))
    engines.close()
    assert proof.ok is ok
    assert ("1.5 times the limit" in proof.detail) is not ok
