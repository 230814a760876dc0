"""An interview from start to history, as people do it: commands, folders, a clock, a store."""

import contextlib
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from click.testing import CliRunner

from grader import attempts
from grader.attempts import State
from grader.cli import main
from grader.containers import DockerEngine
from grader.errors import UsageError
from grader.interviews import Interview, clock, handed_in_words, span
from grader.model import HandedIn, Problem, Submission
from grader.results import parse_result
from grader.scaffolding import new_problem
from grader.store import Store, open_store
from grader.workspace import MARKER, token_in

COMMAND = [sys.executable, "-m", "grader"]
GOOD = """def mine(X):
    if not X or any(len(row) != len(X[0]) for row in X):
        raise ValueError
    return [sum(column) / len(X) for column in zip(*X)]
"""
WRONG = GOOD.replace("sum(column) /", "1 + sum(column) /")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a problem called mine in it."""
    new_problem("mine", tmp_path)
    return tmp_path


class Done(NamedTuple):
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


def run(*arguments: str, cwd: Path, stdin: str = "", **environment: str) -> Done:
    """A command, in this process: each would cost a second as one of its own."""
    given = {
        "COLUMNS": "100", "GRADER_DB": str(cwd / "grader.db"), "GRADER_ENGINE": "process",
        **environment,
    }  # fmt: skip
    with contextlib.chdir(cwd):
        done = CliRunner().invoke(main, arguments, input=stdin, env=given)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return Done(done.exit_code, done.stdout, done.stderr)


def start(place: Path, *arguments: str) -> Path:
    done = run("start", "./mine", "--candidate", "ada", *arguments, cwd=place)
    assert done.returncode == 0, done.stderr
    return place / "mine-ada"


def inside(folder: Path, *arguments: str, **environment: str) -> Done:
    """A command in an interview's folder."""
    given = {"GRADER_DB": str(folder.parent / "grader.db"), **environment}
    return run(*arguments, cwd=folder, **given)


# ---------------------------------------------------------------- the whole of it


def test_an_interview(place: Path, docker_engine: DockerEngine) -> None:
    folder = start(place, "--minutes", "45", "--attempts", "2")
    assert {path.name for path in folder.iterdir()} == {
        "README.md", "prompt.md", "solution.py", "test_visible.py", MARKER,
    }  # fmt: skip
    hidden = (place / "mine" / "tests" / "test_hidden.py").read_text()
    names = set(re.findall(r"def (test_\w+)", hidden))
    text = "".join(path.read_text() for path in folder.iterdir())
    assert names
    assert not [name for name in names if name in text]
    assert str(place / "mine") not in text

    tried = inside(folder, "try", GRADER_ENGINE="docker")
    assert tried.returncode == 1
    assert "visible tests pass" in tried.stdout
    assert "NotImplementedError" in tried.stdout
    assert "left of 45 min" in tried.stdout

    (folder / "solution.py").write_text(WRONG)
    first = inside(folder, "submit")
    assert first.returncode == 1, first.stderr
    assert "attempt 1 of 2" in first.stdout
    result = parse_result((folder / "grader-out/attempt-1/result.json").read_bytes(), "it")
    assert (result.reader, result.candidate) == ("candidate", "ada")
    assert result.attempt is not None
    assert (result.attempt.number, result.attempt.of, result.attempt.late_s) == (1, 2, 0)
    assert "attempt 1 of 2" in (folder / "grader-out/attempt-1/report.html").read_text()
    (folder / "solution.py").write_text(GOOD)
    assert inside(folder, "submit", "solution.py", "-q").returncode == 0

    over = inside(folder, "submit")
    assert over.returncode == 2
    assert "all 2 attempts of ada are used" in over.stderr
    assert "--source 3" in over.stderr
    kept = inside(folder, "history", "--source", "3")
    assert kept.stdout == GOOD
    # An interviewer, from outside.
    outside = run("submit", "./mine", "-", "--candidate", "ada", cwd=place, stdin=GOOD)
    assert outside.returncode == 0, outside.stderr
    assert "attempt 3 of 2" in outside.stdout

    table = run("history", "mine", "--candidate", "ada", cwd=place).stdout
    assert "wrong answer" in table
    assert "accepted" in table
    assert "over the limit, not graded" in table
    assert "2/2" in table
    assert "▁█" in table or "█" in table
    diff = run("history", "--diff", "1", "2", cwd=place).stdout
    assert "-    return [1 + sum(column)" in diff
    assert "+    return [sum(column)" in diff
    assert "wrong →         ok" in diff
    pages = run("history", "--out", "pages", cwd=place)
    assert pages.returncode == 0
    whole = parse_result((place / "pages/1/result.json").read_bytes(), "it")
    assert whole.reader == "interviewer"  # the candidate's own were cut, what is kept is not
    assert any(test.hidden and test.expected for test in whole.tests)
    assert not (place / "pages/3").exists()


def test_late_is_marked_and_kept(place: Path) -> None:
    folder = start(place, "--minutes", "0.00001")
    (folder / "solution.py").write_text(GOOD)
    done = inside(folder, "submit", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["attempt"]["late_s"] > 0
    assert "late" in (folder / "grader-out/attempt-1/report.html").read_text()
    assert "late" in run("history", cwd=place).stdout
    result = str(folder / "grader-out/attempt-1/result.json")
    assert run("report", result, result, "--out", "all", cwd=place).returncode == 0
    assert ">late" in (place / "all/index.html").read_text()
    assert "late_s" in (place / "all/results.csv").read_text()


def test_an_interviewer_hands_in_by_name_and_from_stdin(place: Path) -> None:
    start(place, "--minutes", "30")
    for name in ("ada", "bob"):
        done = run("submit", "./mine", "-", "--candidate", name, "-q", cwd=place, stdin=GOOD)
        assert done.returncode == 0, done.stderr
    ada, bob = (
        json.loads((place / f"grader-out/mine/{name}/result.json").read_bytes())["attempt"]
        for name in ("ada", "bob")
    )
    assert ada["due"]
    assert bob["due"] is None


# ---------------------------------------------------------------- starting


def test_no_interview_is_restarted_and_nothing_written_over(place: Path) -> None:
    folder = start(place)
    (folder / "solution.py").write_text("mine")
    twice = run("start", "./mine", "--candidate", "ada", cwd=place)
    assert twice.returncode == 2
    assert "ada has an interview on mine already" in twice.stderr
    elsewhere = run("start", "./mine", "--candidate", "ada", "--out", "b", cwd=place)
    assert elsewhere.returncode == 2
    assert not (place / "b").exists()
    there = run("start", "./mine", "--candidate", "bob", "--out", str(folder), cwd=place)
    assert there.returncode == 2
    assert "is not empty" in there.stderr
    assert run("start", "./mine", "--candidate", "ada", "--again", cwd=place).returncode == 0
    assert (place / "mine-ada-2" / "solution.py").is_file()
    assert (folder / "solution.py").read_text() == "mine"
    assert "bob" not in run("history", cwd=place).stdout  # what could not begin leaves no clock


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["--candidate", " "], "expected a name"),
        (["--candidate", "ada", "--minutes", "0"], "0"),
        (["--candidate", "ada", "--attempts", "0"], "0"),
        (["--candidate", "ada", "--out", "mine/problem.toml"], "is there already"),
        (["--candidate", "ada", "--out", "mine/problem.toml/x"], "problem.toml"),
        (["--candidate", "ada", "--db", "mine"], "mine"),
        ([], "--candidate"),
    ],
)
def test_a_start_that_cannot_be(place: Path, arguments: list[str], text: str) -> None:
    done = run("start", "./mine", *arguments, cwd=place)
    assert done.returncode == 2, done.stderr
    assert text in done.stderr
    assert "Traceback" not in done.stderr
    assert {path.name for path in place.iterdir()} <= {"mine", "grader.db", "grader.db-wal", "grader.db-shm"}  # fmt: skip


# ---------------------------------------------------------------- the marker


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b"\xff", b"{}", b"[" * 5000, b"x" * 5000, b'{"interview": 3}',
        b'{"grader": 1, "interview": "../../etc"}', b'{"grader": 2, "interview": "abcdefghijklmnopqrstuv"}',
        b'{"grader": 1, "interview": "abcdefghijklmnopqrstuv", "problem": "/tmp/mine"}',
    ],
)  # fmt: skip
def test_a_marker_that_is_wrong(tmp_path: Path, content: bytes) -> None:
    (tmp_path / MARKER).write_bytes(content)
    with pytest.raises(UsageError, match="grader-interview"):
        token_in(tmp_path)


def test_a_marker_that_is_no_file(tmp_path: Path) -> None:
    assert token_in(tmp_path) is None
    assert token_in(tmp_path / "nowhere") is None
    os.mkfifo(tmp_path / MARKER)
    with pytest.raises(UsageError, match="no regular file"):
        token_in(tmp_path)
    (tmp_path / MARKER).unlink()
    (tmp_path / MARKER).symlink_to("/dev/zero")
    with pytest.raises(UsageError, match="no regular file"):
        token_in(tmp_path)


def test_a_bad_marker_stops_only_what_relies_on_it(place: Path) -> None:
    (place / MARKER).write_text("{}")
    (place / "a.py").write_text(GOOD)
    done = run("submit", "a.py", cwd=place)
    assert done.returncode == 2
    assert "grader submit PROBLEM FILE" in done.stderr
    named = run("submit", "./mine", "a.py", "-q", cwd=place)
    assert named.returncode == 0, named.stderr
    assert "note: not taken as the interview's" in named.stderr
    (place / MARKER).write_text('{"grader":1,"interview":"abcdefghijklmnopqrstuv"}')
    unknown = run("try", cwd=place)
    assert unknown.returncode == 2
    assert "is not in" in unknown.stderr
    outside = run("try", "a.py", cwd=place / "mine")
    assert outside.returncode == 2
    assert "Missing argument 'FILE'" in outside.stderr


def test_an_interviews_folder_is_of_one_problem_and_one_candidate(place: Path) -> None:
    folder = start(place)
    other = inside(folder, "submit", "knn", "solution.py")
    assert other.returncode == 2
    assert "this is ada's interview on mine" in other.stderr
    posing = inside(folder, "submit", "solution.py", "--candidate", "bob")
    assert posing.returncode == 2
    assert "ada's interview" in posing.stderr


# ---------------------------------------------------------------- the store


def test_a_store_that_cannot_be_written_costs_no_grading(place: Path) -> None:
    folder = start(place)
    (folder / "solution.py").write_text(GOOD)
    locked = sqlite3.connect(place / "grader.db")
    locked.execute("DROP TABLE attempts")
    locked.execute("CREATE VIEW attempts AS SELECT 1")
    locked.commit()
    locked.close()
    done = inside(folder, "submit")
    assert done.returncode == 3
    assert "not kept" in done.stderr
    (result,) = folder.rglob("result.json")
    assert parse_result(result.read_bytes(), "it").verdict == "accepted"
    assert (result.parent / "report.html").is_file()
    plain = run("submit", "./mine", str(folder / "solution.py"), "-q", cwd=place, GRADER_DB="/proc/nowhere/grader.db")  # fmt: skip
    assert plain.returncode == 3  # a store that was asked for by name
    assert "accepted" in plain.stdout
    quiet = run("submit", "./mine", "-", "-q", cwd=place, stdin=GOOD, GRADER_DB="", XDG_DATA_HOME="/proc/nowhere")  # fmt: skip
    assert quiet.returncode == 0, quiet.stderr
    assert "note: not kept" in quiet.stderr


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(str(tmp_path / "grader.db"))


def submission(text: str = "x = 1\n") -> Submission:
    return Submission(candidate="ada", file="a.py", source=text, sha256="", bytes=len(text))


def test_only_what_was_graded_counts_as_an_attempt(store: Store, knn: Problem) -> None:
    interview = attempts.begin(store, knn, "ada", 45, 1)
    lost = attempts.hand_in(store, interview, "knn", submission())
    assert lost.state is State.PENDING
    assert attempts.hand_in(store, interview, "knn", submission()).state is State.OVER
    attempts.graded(store, lost, None)  # a fault of ours
    again = attempts.hand_in(store, interview, "knn", submission("x = 2\n"))
    assert (again.state, again.number) == (State.PENDING, 1)
    reopened = open_store(store.where)
    states = [one.state for one in attempts.attempts(reopened)]
    assert states == [State.FAILED, State.OVER, State.PENDING]
    assert attempts.attempts(reopened, ids=[again.id])[0].submission.source == "x = 2\n"


def test_two_at_the_same_moment_do_not_share_the_last_attempt(store: Store, knn: Problem) -> None:
    interview = attempts.begin(store, knn, "ada", 45, 3)
    found: list[State] = []

    def hand_in() -> None:
        found.append(attempts.hand_in(store, interview, "knn", submission()).state)

    threads = [threading.Thread(target=hand_in) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [State.OVER] * 5 + [State.PENDING] * 3


def test_any_name_is_kept(store: Store, knn: Problem) -> None:
    name = "Zoë\0 \u202e=cmd|' x\n"
    begun = attempts.begin(store, knn, name, 45, None)
    assert attempts.latest(store, "knn", name) == begun
    given = msgspec.structs.replace(submission("\0'\ud7ff"), candidate=name)
    kept = attempts.hand_in(store, attempts.latest(store, "knn", name), "knn", given)
    assert kept.submission == given
    assert attempts.attempts(store, candidate=name) == [kept]


# ---------------------------------------------------------------- words


def test_the_clock_in_words() -> None:
    now = datetime(2026, 1, 1, 12, tzinfo=UTC)
    interview = Interview(
        token="", problem="knn", folder="", digest="", candidate="ada", started=now, minutes=45
    )
    assert clock(interview, now + timedelta(minutes=3)) == "42 min left of 45 min"
    assert clock(interview, now + timedelta(minutes=46)) == "the time of 45 min was over 1 min ago"
    assert [span(s) for s in (0, 59.4, 60, 7199, 7200, 90061)] == [
        "0 s", "59 s", "1 min", "119 min", "2 h 0 min", "25 h 1 min",
    ]  # fmt: skip
    assert interview.late_s(now) == 0
    assert interview.late_s(now + timedelta(minutes=46)) == 60
    due = interview.due.isoformat()
    late = HandedIn(
        number=2, of=3, at=(now + timedelta(minutes=50)).isoformat(), due=due, late_s=300
    )
    assert handed_in_words(late) == "attempt 2 of 3, handed in 2026-01-01 12:50 UTC, 5 min late"


# ---------------------------------------------------------------- watching


def test_the_visible_tests_run_again_when_the_file_is_saved(place: Path) -> None:
    """By an editor that writes in place, by one that replaces the file; gone in between; Ctrl-C."""
    folder = start(place)
    file = folder / "solution.py"
    process = subprocess.Popen(
        [*COMMAND, "try", "--watch"], cwd=folder, stdout=subprocess.PIPE, text=True,
        stderr=subprocess.STDOUT, start_new_session=True,
        env={**os.environ, "GRADER_DB": str(place / "grader.db"), "GRADER_ENGINE": "process",
             "COLUMNS": "100", "PYTHONUNBUFFERED": "1"},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    assert process.stdout is not None
    timer = threading.Timer(90, process.kill)
    timer.start()

    def wait_for(text: str) -> None:
        for line in process.stdout or ():
            if text in line:
                return
        raise AssertionError(f"never told: {text}")

    try:
        wait_for("0 of ")
        time.sleep(0.5)
        file.write_text(WRONG)
        wait_for("wrong answer")
        time.sleep(0.5)
        new = folder / ".solution.py.swp"
        new.write_text(GOOD)
        new.replace(file)
        wait_for("visible tests pass")
        time.sleep(0.5)
        file.unlink()
        wait_for("no such file")
        time.sleep(0.5)
        file.write_text("def mine(X:\n")
        wait_for("does not parse")
        os.killpg(process.pid, signal.SIGINT)
        rest = process.communicate(timeout=60)[0]
    finally:
        timer.cancel()
        process.kill()
    assert process.returncode == 130
    assert "Traceback" not in rest
