"""The built wheel, in an environment of its own, far from the repository."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, cwd: Path, **variables: str) -> str:
    hidden = ("PYTHON", "PYTEST", "GRADER", "VIRTUAL_ENV")
    clean = {k: v for k, v in os.environ.items() if not k.startswith(hidden)}
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env={**clean, **variables}, text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("dist")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir"]
    run(*pip, "wheel", *options, place, ROOT, cwd=place)
    [made] = place.glob("*.whl")
    return made


def test_the_wheel_has_its_data_and_nothing_else_at_the_top(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        tops = {name.split("/")[0] for name in names}
        assert {top for top in tops if not top.endswith(".dist-info")} == {"grader"}
        for name in (
            "sandbox/worker.py",
            "templates/function/prompt.md",
            "problems/knn/problem.toml",
        ):
            assert any(f"_data/{name}" in found for found in names) or name.startswith("reports"), (
                name
            )
        assert not [name for name in names if "__pycache__" in name or "/attacks/" in name]
        [points] = [name for name in names if name.endswith("entry_points.txt")]
        assert "grader = grader.pytest_plugin" in archive.read(points).decode()
        [facts] = [name for name in names if name.endswith("METADATA")]
        assert "Provides-Extra: kattis" in archive.read(facts).decode()


def test_an_empty_environment_grades_with_it(
    wheel: Path, docker_engine: object, tmp_path: Path
) -> None:
    env, empty = tmp_path / "env", tmp_path / "empty"
    empty.mkdir()
    run(sys.executable, "-m", "venv", "--without-pip", env, cwd=tmp_path)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", env]
    run(*pip, "install", "--quiet", "--no-compile", wheel, cwd=empty)
    where = run(env / "bin/python", "-c", "import grader; print(grader.__file__)", cwd=empty)
    assert where.startswith(str(env))
    grader = env / "bin/grader"
    assert "knn" in run(grader, "problems", cwd=empty, COLUMNS="100")
    shutil.copy(ROOT / "problems/knn/submissions/accepted/rows.py", empty / "ada.py")
    said = run(grader, "submit", "knn", "ada.py", "--no-performance", cwd=empty)
    assert "accepted: every test passed" in said
    assert (empty / "grader-out/knn/ada/report.html").stat().st_size > 5000
    run(grader, "new", "first", cwd=empty)
    run(env / "bin/pytest", "-q", "first", cwd=empty)
