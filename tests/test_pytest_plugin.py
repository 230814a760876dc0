"""`pytest FOLDER --submission FILE`, in a process of its own as an author runs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader.scaffolding import new_problem

KNN = Path(__file__).resolve().parent.parent / "problems/knn"
HIDDEN = '''
import pytest
from grader.testing import close, plainly
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.points(3)
@pytest.mark.hint("add them all")
@given(x=st.integers(0, 99))
def test_property(candidate, reference, x):
    """Small numbers"""
    assert candidate.means([[x]]) == close(reference.means([[x]]))


@pytest.mark.limits(cpu_s=0.3)
def test_limit(candidate):
    """Ends"""
    candidate.means([[1000.0]])


def test_own_output(candidate):
    answer = candidate.means([[1.0]])
    assert {"a": 1, "b": answer.value} == {"a": 1, "b": [2.0]}


def test_raises(candidate):
    with pytest.raises(ValueError):
        candidate.means([])
    plainly(candidate.means)([[-1.0]])


@pytest.mark.skip(reason="later")
def test_skipped(candidate):
    raise SystemExit
'''
WRONG = """
def means(rows):
    if not rows:
        raise ValueError("no rows")
    while rows[0][0] == 1000.0:
        pass
    if rows[0][0] < 0:
        raise KeyError("\\u202e below")
    return [float(sum(column)) + (sum(column) > 16) for column in zip(*rows)]
"""


def run(*args: str | Path, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "GRADER"))}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *map(str, args)],
        cwd=cwd, env={**clean, **variables}, text=True, capture_output=True, timeout=300,
        check=False,
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = new_problem("means", tmp_path)
    (made / "tests/test_hidden.py").write_text(HIDDEN)
    (made / "submissions/accepted/test_nothing.py").write_text("raise SystemExit('collected')")
    (tmp_path / "wrong.py").write_text(WRONG)
    return made


def test_a_bundled_problem_in_a_container(docker_engine: object) -> None:
    file = KNN / "submissions/wrong_answer/int32.py"
    done = run("problems/knn", "--submission", file, "-k", "edge", cwd=KNN.parent.parent)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "grader: knn, int32.py, engine docker" in done.stdout
    assert ">       assert candidate.knn_predict(X, y, queries, 1) == [3, 2, 3]" in done.stdout
    assert "E       assert at [0]: returned 1, expected 3" in done.stdout
    assert "hint: Distances are exact: rows that differ by one" in done.stdout
    assert "wrong_answer: " in done.stdout


def test_failures_show_what_pytest_shows(folder: Path, tmp_path: Path) -> None:
    done = run(folder, "--submission", "wrong.py", cwd=tmp_path, GRADER_ENGINE="process")
    text = done.stdout
    assert done.returncode == 1, text + done.stderr
    assert "with: x=" in text  # 17, unless the machine is too busy to look for the smallest
    assert "hint: add them all" in text
    assert "time_limit_exceeded: it " in text  # by either clock
    assert "KeyError" in text
    assert "\u202e" not in text
    assert "Differing items:" in text  # pytest's own, where no answer is compared
    assert "time_limit_exceeded: 0 of 9 points in 7 tests" in text
    assert "1 skipped" in text


def test_what_cannot_be_imported_fails_each_test(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.py").write_text("import os.path as p\ndef means(rows)\n")
    done = run(folder, "--submission", "bad.py", "--grader-engine", "process", cwd=tmp_path)
    assert done.returncode == 1
    assert "run_time_error: the file does not parse" in done.stdout
    assert "run_time_error: 0 of " in done.stdout


def test_without_a_file_it_is_the_reference(folder: Path) -> None:
    (folder / "tests/test_hidden.py").write_text(
        "def test_a(candidate): assert candidate.means([[2.0]]) == [2.0]\n"
    )
    done = run(".", "-q", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "accepted: " in done.stdout


def test_elsewhere_it_does_nothing(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(
        "import sys\n\n\ndef test_it(request):\n"
        "    assert not {'numpy', 'docker', 'grader.authoring', 'grader.plugin'} & set(sys.modules)\n"
        "    assert 'grader.pytest_plugin' in sys.modules\n"
        "    assert not request.config.pluginmanager.has_plugin('grader-authoring')\n"
    )
    assert run("-p", "no:hypothesispytest", cwd=tmp_path).returncode == 0
    done = run("--submission", "x.py", cwd=tmp_path)
    assert done.returncode == 4
    assert "needs one problem folder to test it in, and got none" in done.stderr


def test_bad_arguments_are_usage_errors(folder: Path, tmp_path: Path) -> None:
    for args, what in (
        ((folder, "--submission", "none.py"), "there is no such file"),
        ((folder, "--submission", "wrong.py", "--grader-engine", "vm"), "invalid choice"),
        ((folder, KNN, "--submission", "wrong.py"), "needs one problem folder"),
    ):
        done = run(*args, cwd=tmp_path)
        assert (done.returncode, what in done.stderr) == (4, True), done.stderr
