"""The commands as a user runs them: as processes, with their exit codes and what they leave."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import docker
import jsonschema
import msgspec
import pytest

from grader.containers import OWNER_LABEL, DockerEngine
from grader.model import Problem, Report
from grader.scaffolding import new_problem

ROOT = Path(__file__).resolve().parent.parent
COMMAND = [sys.executable, "-m", "grader"]
NOWHERE = {"DOCKER_HOST": "unix:///nowhere/docker.sock"}


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], check=False, capture_output=True, text=True, cwd=cwd, timeout=120,
        stdin=subprocess.DEVNULL, env={**os.environ, "COLUMNS": "80", **environment},
    )  # fmt: skip


def sample(knn: Problem, name: str) -> str:
    return str(knn.folder / "submissions" / name)


@pytest.fixture(autouse=True)
def _engine(docker_engine: DockerEngine) -> None:
    """Every command here needs the engine and its image."""


def test_an_accepted_submission(tmp_path: Path, knn: Problem) -> None:
    done = run(
        "submit", "knn", sample(knn, "accepted/rows.py"), "--candidate", "ada/../x", cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert "60 of 60" in done.stdout
    (result,) = tmp_path.rglob("result.json")
    assert result.parent.parent == tmp_path / "grader-out" / "knn"
    page = (result.parent / "report.html").read_text()
    assert "ada/../x" in page
    data = json.loads(result.read_bytes())
    jsonschema.validate(data, json.loads((ROOT / "docs" / "result.schema.json").read_bytes()))
    assert msgspec.json.decode(result.read_bytes(), type=Report).verdict == "accepted"
    assert data["performance"]["runtime"]["rung"] == "rows"
    assert {path.name for path in result.parent.iterdir()} == {"result.json", "report.html"}


def test_quiet_is_one_line(tmp_path: Path, knn: Problem) -> None:
    done = run("submit", "knn", sample(knn, "run_time_error/does_not_parse.py"), "-q", cwd=tmp_path)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert not done.stderr


def test_the_published_schema_is_current() -> None:
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        import schema
    finally:
        sys.path.pop(0)
    assert schema.TARGET.read_bytes() == schema.schema(), "run: python scripts/schema.py"


def test_json_alone_on_stdout(tmp_path: Path, knn: Problem) -> None:
    done = run("submit", "knn", sample(knn, "wrong_answer/manhattan.py"), "--json", cwd=tmp_path)
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert report["verdict"] == "wrong_answer"
    failed = next(test for test in report["tests"] if test["verdict"] == "wrong_answer")
    assert failed["call"].startswith("knn_predict(")
    assert failed["expected"]
    assert failed["actual"]
    assert failed["hint"]


def test_a_candidate_sees_nothing_hidden(tmp_path: Path, knn: Problem) -> None:
    file = sample(knn, "wrong_answer/nearest_only.py")
    whole = run("submit", "knn", file, "--json", cwd=tmp_path)
    hidden = [test for test in json.loads(whole.stdout)["tests"] if test["hidden"]]
    done = run("submit", "knn", file, "--for", "candidate", "--out", "out", cwd=tmp_path)
    page = (tmp_path / "out" / "report.html").read_text()
    shown = done.stdout + page + (tmp_path / "out" / "result.json").read_text()
    calls = [test["call"] for test in hidden if test["call"]]
    assert calls
    assert not [call for call in calls if call in shown]
    assert hidden[0]["title"] in page


SYNTAX = "def knn_predict(a, b, c, d):\n    return [0 for _ in (c]\n"


@pytest.mark.parametrize(
    ("arguments", "code", "text"),
    [
        (["submit", "knnn", "a.py"], 2, "nearest: knn"),
        (["submit", "knn", "missing.py"], 2, "no such file"),
        (["submit", "knn", "."], 2, "a directory"),
        (["submit", "knn"], 2, "Missing argument"),
        (["submit", "knn", "a.py", "--engine", "podman"], 2, "podman"),
        (["submit", "knn", "a.py", "--out", "a.py"], 2, "a.py"),
        (["submit", "./nowhere", "a.py"], 2, "no such problem folder"),
        (["verify", "nope"], 2, "no problem 'nope'"),
        (["submt"], 2, "No such command"),
    ],
)
def test_usage_errors(tmp_path: Path, arguments: list[str], code: int, text: str) -> None:
    (tmp_path / "a.py").write_text(SYNTAX)
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == code
    assert text in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir() if path.name != "grader-out"] == ["a.py"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (SYNTAX.encode(), "line 2"),
        (b"x = 1\0", "NUL byte in line 1"),
        (b"x = '\xff'", "not UTF-8"),
        (b"", "empty"),
        (b"def other(): pass\n", "no function knn_predict"),
        (b"def knn_predict(a): pass\n", "cannot be called"),
    ],
)
def test_sources_that_cannot_run(tmp_path: Path, source: bytes, text: str) -> None:
    (tmp_path / "a.py").write_bytes(source)
    done = run("submit", "knn", "a.py", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert text in (tmp_path / "grader-out/knn/a/result.json").read_text()
    assert "run-time error" in done.stdout


@pytest.mark.parametrize("arguments", [["submit", "knn", "a.py"], ["doctor"], ["sandbox", "build"]])
def test_no_engine(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.py").write_text("def knn_predict(a, b, c, d): return []\n")
    done = run(*arguments, cwd=tmp_path, **NOWHERE)
    assert done.returncode == 3
    assert "no container engine answers" in done.stderr + done.stdout
    assert "DOCKER_HOST" in done.stderr + done.stdout


def test_the_process_engine_needs_no_engine(tmp_path: Path, knn: Problem) -> None:
    done = run(
        "submit", "knn", sample(knn, "accepted/heap.py"), "--engine", "process", "--no-performance",
        cwd=tmp_path, **NOWHERE,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_standard_input(tmp_path: Path, knn: Problem) -> None:
    with open(sample(knn, "accepted/heap.py"), "rb") as source:
        done = subprocess.run(
            [*COMMAND, "submit", "knn", "-", "--candidate", "ada", "--no-performance"], check=False,
            stdin=source, capture_output=True, cwd=tmp_path, timeout=60,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "grader-out/knn/ada/report.html").is_file()


def test_interrupted(tmp_path: Path, knn: Problem) -> None:
    process = subprocess.Popen(
        [*COMMAND, "submit", "knn", sample(knn, "time_limit_exceeded/endless.py")], cwd=tmp_path,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        # A shell's background job ignores SIGINT, and so would what it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    deadline = time.monotonic() + 60
    assert process.stderr is not None
    for line in process.stderr:
        if b"running the tests" in line or time.monotonic() > deadline:
            break
    time.sleep(0.5)
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 130
    with contextlib.closing(docker.from_env()) as client:
        boxes = client.containers.list(
            all=True, filters={"label": OWNER_LABEL}, ignore_removed=True
        )
        owners = [box.labels[OWNER_LABEL].split("/")[1] for box in boxes]
    assert str(process.pid) not in owners


def test_problems_show_and_doctor(tmp_path: Path) -> None:
    listed = run("problems", cwd=tmp_path)
    assert listed.returncode == 0
    assert {"knn", "gradient_descent", "learning_rate"} <= set(listed.stdout.split())
    assert "k-nearest" in run("show", "knn", cwd=tmp_path).stdout
    doctor = run("doctor", cwd=tmp_path)
    assert doctor.returncode == 0, doctor.stdout
    assert "ok   a hog is stopped: memory" in doctor.stdout
    assert "grader submit knn solution.py" in run("--help", cwd=tmp_path).stdout


def test_new_and_verify(tmp_path: Path) -> None:
    made = run("new", "means", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert "grader verify ./means" in made.stdout
    done = run("verify", "./means", "--engine", "process", "--jobs", "2", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "ok   means/windows: " in done.stdout
    assert "5 of 5 samples" in done.stdout
    again = run("new", "means", cwd=tmp_path)
    assert again.returncode == 2
    assert "is there already" in again.stderr


def test_verify_fails_when_a_sample_lies(tmp_path: Path) -> None:
    folder = new_problem("mine", tmp_path)
    samples = folder / "submissions"
    (samples / "accepted" / "plain.py").rename(samples / "wrong_answer" / "plain.py")
    (samples / "wrong_answer" / "whole_division.py").unlink()
    text = (folder / "problem.toml").read_text()
    (folder / "problem.toml").write_text(text.replace("accepted/plain.py", "wrong_answer/plain.py"))
    done = run("verify", "./mine", "--junit", "out.xml", "--jobs", "2", cwd=tmp_path)
    assert done.returncode == 1
    assert (
        "FAIL mine/submissions/wrong_answer/plain.py: accepted, expected wrong_answer"
        in done.stdout
    )
    assert "3 of 4 samples" in done.stdout
    assert "failed: mine/submissions/wrong_answer/plain.py" in done.stderr
    assert 'failures="1"' in (tmp_path / "out.xml").read_text()


def test_mutants_of_one_solution(tmp_path: Path) -> None:
    folder = new_problem("mine", tmp_path)
    (folder / "submissions" / "accepted" / "vectorised.py").unlink()
    done = run(
        "verify", "./mine", "--mutants", "3", "--engine", "process", "--junit", "out.xml",
        cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "mutants found by hidden tests" in done.stdout
    assert 'name="mine/mutants"' in (tmp_path / "out.xml").read_text()
