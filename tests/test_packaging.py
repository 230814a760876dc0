"""The built wheel, in an environment of its own, in an empty folder: it follows the tutorial."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(
    r"^```sh\n(?P<script>.*?)^```$"
    r"(?:\n\n(?:<!-- exit code (?P<code>\d+) -->\n)?^```text\n(?P<output>.*?)^```$)?",
    re.MULTILINE | re.DOTALL,
)
"""Commands to be run, and lines that they print."""


def run(*command: str | Path, cwd: Path, code: int = 0, **variables: str) -> str:
    hidden = ("PYTHON", "PYTEST", "GRADER", "VIRTUAL_ENV")
    clean = {k: v for k, v in os.environ.items() if not k.startswith(hidden)}
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env={**clean, **variables}, text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600,
    )  # fmt: skip
    assert done.returncode == code, f"{command}\n{done.stdout}"
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


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with nothing but the wheel and what it needs."""
    env = tmp_path_factory.mktemp("installed") / "env"
    run(sys.executable, "-m", "venv", "--without-pip", env, cwd=env.parent)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", env]
    run(*pip, "install", "--quiet", "--no-compile", wheel, cwd=env.parent)
    return env


def test_the_tutorial_word_for_word(installed: Path, docker_engine: object, tmp_path: Path) -> None:
    """In an empty folder, by the installed wheel: the tutorial's commands, and what it shows."""
    where = run(
        installed / "bin/python", "-c", "import grader; print(grader.__file__)", cwd=tmp_path
    )
    assert where.startswith(str(installed))
    path = f"{installed / 'bin'}:{os.environ['PATH']}"
    blocks = list(BLOCK.finditer((ROOT / "docs/tutorial.md").read_text()))
    assert len(blocks) > 8
    for block in blocks:
        wanted = int(block["code"] or 0)
        said = run(
            "bash", "-e", "-c", block["script"], cwd=tmp_path, code=wanted, PATH=path,
            COLUMNS="200", HOME=str(tmp_path),
        )  # fmt: skip
        for line in (block["output"] or "").splitlines():
            assert line in said, f"{block['script']}\n{line!r} is not in\n{said}"
