"""Problem folders: found by slug, prefix or path; what is broken names file, key and mend."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.errors import ProblemError, UsageError
from grader.model import Problem
from grader.problems import list_problems, load_problem, read_problem, samples


@pytest.fixture
def folder(tmp_path: Path, knn: Problem) -> Path:
    shutil.copytree(knn.folder, tmp_path / "mine")
    return tmp_path / "mine"


def test_by_slug_prefix_and_path(
    folder: Path, knn: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert load_problem("kn") == knn
    assert load_problem(f"{folder}/").slug == "mine"
    monkeypatch.chdir(folder)
    assert load_problem(".").slug == "mine"
    monkeypatch.setenv("GRADER_PROBLEMS", str(folder.parent))
    assert load_problem("mine").folder == folder
    assert {"mine", "knn"} <= {problem.slug for problem in list_problems()[0]}


def test_names_that_lead_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="nearest: knn"):
        load_problem("knnn")
    with pytest.raises(UsageError, match="no such problem folder"):
        load_problem(str(tmp_path / "no"))
    with pytest.raises(ProblemError, match=r"problem.toml: cannot be read"):
        load_problem(str(tmp_path))
    monkeypatch.setenv("GRADER_PROBLEMS", str(tmp_path / "no"))
    with pytest.raises(UsageError, match="GRADER_PROBLEMS"):
        load_problem("knn")


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("cpu_s = 2.0", "cpu_s = 'two'", r"limits.cpu_s: Expected `float`"),
        ("cpu_s = 2.0", "cpu_s = nan", r"limits.cpu_s"),
        ("cpu_s = 2.0", "cpu_s = -1", r"limits.cpu_s: expected a number above 0"),
        ("cpu_s = 2.0", "cpus_s = 1", r"did you mean cpu_s"),
        ("memory_bytes = 536_870_912", "memory_bytes = 5", r"limits.memory_bytes"),
        ("correctness = 60", "correctness = 61", r"weights: expected numbers .* add up to 100"),
        ("runtime = 0.2", "runtime = 1.2", r"ladder loops: runtime: expected 0 to 1"),
        ("runtime = 1.0", "runtime = 0.9", r"best rung"),
        ("accepted/loops.py", "accepted/nowhere.py", r"no file .*nowhere"),
        ("submissions/accepted/loops.py", "../../etc/passwd", r"no file"),
        ("minutes = 30", "minutes = 0", r"minutes"),
        ("minutes = 30", "", r"missing required field `minutes`"),
        ('topic = "from_scratch"', 'topic = "x"', r"topic: expected one of"),
        ('difficulty = "easy"', 'difficulty = "x"', r"difficulty: Invalid enum value"),
        ("schema = 1", "schema = 9", r"schema"),
        ("schema = 1", "schema = = 1", r"not TOML"),
        ("knn_predict(train_X", "knn predict(train_X", r"signature: expected"),
        ("[[functions]]", "[[function]]", r"did you mean functions"),
    ],
)
def test_what_is_broken_is_named(folder: Path, old: str, new: str, text: str) -> None:
    toml = folder / "problem.toml"
    whole = toml.read_text()
    assert old in whole
    toml.write_text(whole.replace(old, new))
    with pytest.raises(ProblemError, match=text) as caught:
        read_problem(folder)
    assert str(toml) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("file", ["prompt.md", "starter.py", "tests/test_hidden.py", "workload.py"])
def test_missing_files(folder: Path, file: str) -> None:
    (folder / file).unlink()
    with pytest.raises(ProblemError, match=file.rpartition("/")[2]):
        read_problem(folder)


def test_the_digest_is_of_the_content(folder: Path, knn: Problem) -> None:
    assert read_problem(folder).digest == knn.digest
    (folder / "prompt.md").write_text("other")
    assert read_problem(folder).digest != knn.digest


def test_unknown_verdict_folders(folder: Path) -> None:
    (folder / "submissions" / "acepted").mkdir()
    with pytest.raises(ProblemError, match="not a verdict"):
        samples(read_problem(folder))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_any_toml_is_a_problem_or_an_error(folder: Path, text: str) -> None:
    (folder / "problem.toml").write_text(text, encoding="utf-8", errors="surrogatepass", newline="")
    try:
        read_problem(folder)
    except ProblemError as error:
        assert "\n" not in str(error)
