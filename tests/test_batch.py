"""`grader batch`: nothing is lost, nothing is graded twice, nobody stops the others."""

import csv
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from forked import Done, Started
from grader import batching, engines, kept
from grader.containers import DockerEngine
from grader.errors import EngineError, UsageError
from grader.model import Limits
from grader.plans import read_plan
from grader.processes import ProcessBox, ProcessEngine
from grader.rosters import hand_ins
from grader.submissions import safe_name

NOWHERE = {"DOCKER_HOST": "unix:///nowhere/docker.sock"}
GOOD = "def f(x):\n    return x + {n} - {n}\n"
WRONG = "def f(x):\n    return x + {n}\n"
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
TESTS = '''
def test_one(candidate):
    """One"""
    assert candidate.f(1) == 1


def test_two(candidate):
    """Two"""
    assert candidate.f(2) == 2
'''
MEASURED = ("duration_s", "slowest_s", "started", "cpu_s", "wall_s", "peak_bytes", "timings_s")


@pytest.fixture(scope="module")
def problem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small problem that is graded in a moment."""
    return _problem(tmp_path_factory.mktemp("problems"), "small")


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    """A dozen submissions, two of them the same."""
    folder = tmp_path / "submissions"
    folder.mkdir()
    for n in range(12):
        (folder / f"c{n:02}.py").write_text((WRONG if n % 3 == 1 else GOOD).format(n=n or 1))
    shutil.copy(folder / "c02.py", folder / "c11.py")
    return folder


def run(*arguments: object, cwd: Path, **options: Any) -> Done:
    return _start(*arguments, cwd=cwd, **options).wait()


def table(out: Path) -> list[dict[str, str]]:
    """The table without what is measured, or tells when."""
    with (out / "results.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    return [{k: v for k, v in row.items() if k not in MEASURED} for row in rows]


def lines(out: Path) -> list[object]:
    """results.jsonl without what is measured."""

    def bare(value: object) -> object:
        if isinstance(value, dict):
            return {k: bare(v) for k, v in value.items() if k not in MEASURED}
        return [bare(v) for v in value] if isinstance(value, list) else value

    return [bare(json.loads(line)) for line in (out / "results.jsonl").read_bytes().splitlines()]


def gradings(database: Path) -> dict[str, tuple[object, ...]]:
    """The key of each result that was kept, with what tells whether it was graded anew."""
    if not database.exists():
        return {}
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=10) as connection:
        try:
            found = connection.execute(
                "SELECT key, started, duration_s, kept FROM results"
            ).fetchall()
        except sqlite3.OperationalError:  # killed before it was made
            return {}
    return {row[0]: row[1:] for row in found}


# --------------------------------------------------------------------------- the usual way


@pytest.mark.parametrize("engine", ["docker", "process"])
def test_a_folder_of_files(
    problem: Path, handed_in: Path, tmp_path: Path, engine: str, docker_engine: DockerEngine
) -> None:
    done = run(problem, handed_in, "--out", "out", cwd=tmp_path, engine=engine, fresh=True)
    assert done.returncode == 0, done.stderr
    assert "12 submissions: 8 ok, 4 wrong" in done.stdout
    out = tmp_path / "out"
    rows = table(out)
    assert [row["candidate"] for row in rows] == [f"c{n:02}" for n in range(12)]
    assert [row["verdict"] == "accepted" for row in rows] == [n % 3 != 1 for n in range(12)]
    assert rows[2]["sha256"] == rows[11]["sha256"]
    for row in rows:
        own = json.loads((out / row["candidate"] / "result.json").read_bytes())
        assert (own["candidate"], own["submission"]["file"]) == (row["candidate"], row["file"])
        assert own["sandbox"]["served"] == 0
        page = (out / row["candidate"] / "report.html").read_text()
        assert row["candidate"] in page
    index = (out / "index.html").read_text()
    assert all(f'href="./c{n:02}/report.html"' in index for n in range(12))
    assert len(gradings(out / "grader.db")) == 11  # the same text is graded once


def test_the_same_command_again_grades_nothing(
    problem: Path, handed_in: Path, tmp_path: Path
) -> None:
    run(problem, handed_in, "--out", "out", cwd=tmp_path)
    out = tmp_path / "out"
    before, first = gradings(out / "grader.db"), table(out)
    (out / "c03" / "report.html").unlink()
    shutil.rmtree(out / "c04")
    (out / "c05" / "result.json").write_text("{}")
    (handed_in / "new.py").write_text(GOOD.format(n=99))
    done = run(problem, handed_in, "--out", "out", cwd=tmp_path)
    assert "12 of them graded before" in done.stderr
    after = gradings(out / "grader.db")
    assert before.items() <= after.items()
    assert len(after) == len(before) + 1
    assert table(out)[:12] == first
    assert all((out / f"c{n:02}" / "report.html").is_file() for n in range(12))
    assert json.loads((out / "c05" / "result.json").read_bytes())["candidate"] == "c05"


def test_fresh_grades_all_again_and_what_changes_the_marks_is_another_result(
    problem: Path, handed_in: Path, tmp_path: Path
) -> None:
    for name in handed_in.iterdir():
        if name.stem > "c01":
            name.unlink()
    run(problem, handed_in, "--out", "out", cwd=tmp_path)
    before = gradings(tmp_path / "out" / "grader.db")
    run(problem, handed_in, "--out", "out", "--fresh", cwd=tmp_path)
    after = gradings(tmp_path / "out" / "grader.db")
    assert set(before) == set(after)
    assert all(before[key] != after[key] for key in before)
    run(problem, handed_in, "--out", "out", "--no-performance", cwd=tmp_path)
    assert len(gradings(tmp_path / "out" / "grader.db")) == 2 * len(before)


def test_reuse_tells_how_many_a_box_had_served(
    problem: Path, handed_in: Path, tmp_path: Path
) -> None:
    done = run(problem, handed_in, "--out", "out", "--reuse", "4", "--jobs", "1", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    found = lines(tmp_path / "out")
    assert sorted(line["sandbox"]["served"] for line in found[:11]) == [
        0,
        0,
        0,
        1,
        1,
        1,
        2,
        2,
        2,
        3,
        3,
    ]


def test_a_candidates_folder_holds_nothing_hidden(
    problem: Path, handed_in: Path, tmp_path: Path
) -> None:
    run(problem, handed_in, "--out", "out", "--for", "candidate", cwd=tmp_path)
    own = json.loads((tmp_path / "out" / "c01" / "result.json").read_bytes())
    assert own["reader"] == "candidate"
    assert own["tests"][0]["expected"] is None
    assert (
        json.loads((tmp_path / "out" / "results.jsonl").read_bytes().splitlines()[1])["reader"]
        == "interviewer"
    )
    again = run(problem, handed_in, "--out", "out", cwd=tmp_path)
    assert "12 of them graded before" in again.stderr
    own = json.loads((tmp_path / "out" / "c01" / "result.json").read_bytes())
    assert own["reader"] == "interviewer"
    assert "expected" in (tmp_path / "out" / "c01" / "report.html").read_text()


def test_several_problems(problem: Path, tmp_path: Path) -> None:
    other = _problem(tmp_path, "other")
    for name in ("ada", "bob"):
        (tmp_path / "handed" / name).mkdir(parents=True)
        (tmp_path / "handed" / name / "small.py").write_text(GOOD.format(n=1))
    (tmp_path / "handed" / "ada" / "other.py").write_text(WRONG.format(n=1))
    (tmp_path / "batch.toml").write_text(
        f'problems = ["{problem}", "./other"]\nsubmissions = ["handed"]\nout = "out"\n'
    )
    done = run("batch.toml", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert "bob: not graded, 0 (not graded: nothing handed in: expected other.py" in done.stderr
    rows = [(row["problem"], row["candidate"], row["verdict"]) for row in table(tmp_path / "out")]
    assert rows == [
        ("small", "ada", "accepted"), ("small", "bob", "accepted"),
        ("other", "ada", "wrong_answer"), ("other", "bob", "judge_error"),
    ]  # fmt: skip
    assert (tmp_path / "out" / "small" / "ada" / "report.html").is_file()
    named = run("--problem", problem, "--problem", other, "handed", "--out", "again", cwd=tmp_path)
    assert named.returncode == 1, named.stderr
    assert table(tmp_path / "again") == table(tmp_path / "out")


# --------------------------------------------------------------------------- nothing is lost


def test_killed_twenty_times_it_ends_as_if_it_had_never_been(problem: Path, tmp_path: Path) -> None:
    folder = tmp_path / "submissions"
    folder.mkdir()
    for n in range(40):
        (folder / f"c{n:02}.py").write_text((WRONG if n % 3 == 1 else GOOD).format(n=n or 1))
    arguments = [problem, folder, "--no-performance", "--jobs", "2", "-q", "--out"]
    assert run(*arguments, "whole", cwd=tmp_path, fresh=True).returncode == 0
    database = tmp_path / "out" / "grader.db"
    rng, before = random.Random(1), gradings(database)
    for _ in range(20):
        batch = _start(*arguments, "out", cwd=tmp_path, fresh=True)
        wanted = len(before) + rng.randint(0, 1)
        limit = time.monotonic() + 60
        while batch.runs() and len(gradings(database)) < wanted and time.monotonic() < limit:
            time.sleep(0.005)
        time.sleep(rng.random() * 0.1)
        batch.kill()
        after = gradings(database)
        assert before.items() <= after.items()  # what was kept stays, and is not graded again
        before = after
    done = run(*arguments, "out", cwd=tmp_path, fresh=True)
    assert done.returncode == 0, done.stderr
    assert before.items() <= gradings(database).items()
    assert table(tmp_path / "out") == table(tmp_path / "whole")
    assert lines(tmp_path / "out") == lines(tmp_path / "whole")


def test_killed_with_containers_it_leaves_none(
    problem: Path, handed_in: Path, tmp_path: Path, docker_engine: DockerEngine
) -> None:
    arguments = [problem, handed_in, "--jobs", "2", "--out"]
    database = tmp_path / "out" / "grader.db"
    before: dict[str, tuple[object, ...]] = {}
    for wanted in (1, 3, 6):
        batch = _start(*arguments, "out", cwd=tmp_path, engine="docker", fresh=True)
        while batch.runs() and len(gradings(database)) < wanted:
            time.sleep(0.02)
        batch.kill()
        after = gradings(database)
        assert before.items() <= after.items()
        before = after
    done = run(*arguments, "out", cwd=tmp_path, engine="docker")
    assert done.returncode == 0, done.stderr
    assert before.items() <= gradings(database).items()
    assert [row["verdict"] == "accepted" for row in table(tmp_path / "out")] == [
        n % 3 != 1 for n in range(12)
    ]


def _ctrl_c(pid: int) -> None:
    os.killpg(pid, signal.SIGINT)  # as a terminal does: to the whole group


def _ctrl_c_twice(pid: int) -> None:
    _ctrl_c(pid)
    time.sleep(0.05)
    _ctrl_c(pid)


def _sigterm(pid: int) -> None:
    os.kill(pid, signal.SIGTERM)


@pytest.mark.parametrize(
    ("engine", "interrupt"),
    [
        ("docker", _ctrl_c),
        ("process", _ctrl_c),
        ("process", _ctrl_c_twice),
        ("docker", _sigterm),
        ("process", _sigterm),
    ],
)
def test_interrupted_it_says_how_to_go_on(
    problem: Path, handed_in: Path, tmp_path: Path, engine: str,
    interrupt: Callable[[int], None], docker_engine: DockerEngine,
) -> None:  # fmt: skip
    arguments = [problem, handed_in, "--jobs", "2", "--out", "out"]
    batch = _start(*arguments, cwd=tmp_path, engine=engine)
    while batch.runs() and not gradings(tmp_path / "out" / "grader.db"):
        time.sleep(0.01)
    interrupt(batch.pid)
    done = batch.wait()
    said = done.stderr
    assert done.returncode == 130, said
    assert "interrupted: nothing is left running; run the same command again to go on: " in said
    assert "Traceback" not in said
    assert _group(batch.pid) == []
    before = gradings(tmp_path / "out" / "grader.db")
    assert 0 < len(before) < 11
    assert run(*arguments, cwd=tmp_path, engine=engine).returncode == 0
    assert before.items() <= gradings(tmp_path / "out" / "grader.db").items()


def test_a_worker_that_dies_costs_a_try(problem: Path, handed_in: Path, tmp_path: Path) -> None:
    batch = _start(problem, handed_in, "--jobs", "2", "--out", "out", cwd=tmp_path)
    while batch.runs() and not gradings(tmp_path / "out" / "grader.db"):
        time.sleep(0.01)
    workers = [pid for pid in _group(batch.pid) if _parent(pid) == batch.pid]
    os.kill(workers[0], signal.SIGKILL)
    done = batch.wait()
    assert done.returncode == 0, done.stderr
    assert len(table(tmp_path / "out")) == 12
    assert all(row["verdict"] != "judge_error" for row in table(tmp_path / "out"))


class _Dying(ProcessEngine):
    """An engine that is dead once the file is there."""

    def open(self, limits: Limits) -> ProcessBox:
        if Path("dead").exists():
            raise EngineError("no container engine answers", fix="start it")
        return super().open(limits)


def _die_after_three() -> None:
    keep, count = kept.keep, []

    def counted(*arguments: object) -> None:
        keep(*arguments)
        count.append(1)
        if len(count) == 3:
            Path("dead").touch()

    batching.kept.keep = counted
    engines.ProcessEngine = _Dying
    batching.PAUSE_S = 0.01


def test_an_engine_that_dies_stops_the_batch_and_it_goes_on_later(
    problem: Path, handed_in: Path, tmp_path: Path
) -> None:
    arguments = (problem, handed_in, "--out", "out", "--jobs", "2")
    done = _start(*arguments, cwd=tmp_path, fresh=True, before=_die_after_three).wait()
    assert done.returncode == 3, done.stderr
    (error,) = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
    assert "no container engine answers, 5 times in a row (start it; then run the same" in error
    before = gradings(tmp_path / "out" / "grader.db")
    assert 3 <= len(before) <= 5
    again = run(*arguments, cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    assert before.items() <= gradings(tmp_path / "out" / "grader.db").items()
    assert all(row["verdict"] != "judge_error" for row in table(tmp_path / "out"))


def test_without_an_engine_nothing_begins(problem: Path, handed_in: Path, tmp_path: Path) -> None:
    done = run(problem, handed_in, "--out", "out", cwd=tmp_path, engine="docker", **NOWHERE)
    assert done.returncode == 3
    assert "no container engine answers" in done.stderr
    assert not (tmp_path / "out" / "results.csv").exists()


def test_a_full_disk_is_told_and_the_batch_goes_on_later(
    problem: Path, handed_in: Path, tmp_path: Path
) -> None:
    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))

    arguments = (problem, handed_in, "--out", "out")
    done = _start(*arguments, cwd=tmp_path, before=small_disk).wait()
    assert done.returncode == 3, done.stderr
    (error,) = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
    assert "grader.db" in error
    assert "make room" in error
    assert "run the same command again" in error
    before = gradings(tmp_path / "out" / "grader.db")
    again = run(*arguments, cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    assert before.items() <= gradings(tmp_path / "out" / "grader.db").items()
    assert len(table(tmp_path / "out")) == 12


# --------------------------------------------------------------------------- nobody stops the others


def test_what_cannot_be_read_is_a_row(problem: Path, tmp_path: Path) -> None:
    folder = tmp_path / "handed"
    folder.mkdir()
    (folder / "good.py").write_text(GOOD.format(n=1))
    (folder / "big.py").write_bytes(b"#" * 300_000)
    (folder / "utf16.py").write_bytes("def f(x): return x".encode("utf-16"))
    (folder / "dangling.py").symlink_to("nowhere")
    (folder / "secret.py").symlink_to("/etc/hostname")
    (folder / "linked").symlink_to("/etc")
    (folder / "dir.py").mkdir()
    (folder / "two").mkdir()
    for name in "ab":
        (folder / "two" / f"{name}.py").write_text(GOOD.format(n=2))
    (folder / "one").mkdir()
    (folder / "one" / "any name.py").write_text(GOOD.format(n=3))
    os.mkfifo(folder / "pipe.py")
    (folder / "CON.py").write_text(GOOD.format(n=4))
    (folder / "index.html.py").write_text(GOOD.format(n=5))
    (folder / os.fsdecode(b"na\xefve.py")).write_text(GOOD.format(n=6))
    (folder / "=cmd().py").write_text(GOOD.format(n=7))
    (folder / "notes.txt").write_text("not a submission")
    done = run(problem, folder, "--out", "out", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    found = {line["candidate"]: line for line in lines(tmp_path / "out")}
    verdicts = {name: line["verdict"] for name, line in found.items()}
    accepted = {name for name, verdict in verdicts.items() if verdict == "accepted"}
    assert accepted == {"good", "one", "CON", "index.html", "na\\xefve", "=cmd()"}
    assert verdicts.pop("utf16") == "run_time_error"
    unread = {name: found[name]["message"] for name in set(verdicts) - accepted}
    assert {
        name: message for name, message in unread.items() if "not graded: " not in message
    } == {}
    assert set(unread) == {"big", "dangling", "secret", "linked", "dir.py", "two", "pipe"}
    assert "larger than 256 KB" in unread["big"]
    assert "symbolic link" in unread["linked"]
    assert "which file is it? a.py, b.py: expected small.py or small.ipynb" in unread["two"]
    for name in found:
        assert (tmp_path / "out" / safe_name(name) / "report.html").is_file()


def test_names_that_clash_lose_nothing(problem: Path, tmp_path: Path) -> None:
    for n, name in enumerate(
        ("a/solution.py", "b/solution.py", "b/solution.ipynb", "c/d/solution.py"), 1
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(GOOD.format(n=n) if path.suffix == ".py" else '{"cells": []}')
    places = ["a/solution.py", "b/solution.py", "b/solution.ipynb", "c/d/solution.py"]
    found = hand_ins([str(tmp_path / place) for place in places], ["small"])
    names = [one.candidate for one in found]
    assert names == ["a/solution.py", "b/solution.py", "d/solution.py", "solution.ipynb"]
    assert len({safe_name(name) for name in names}) == 4
    with pytest.raises(UsageError, match="given twice"):
        hand_ins([str(tmp_path / "a"), str(tmp_path / "a" / "solution.py")], ["small"])


# --------------------------------------------------------------------------- rosters


def test_a_roster_names_the_candidates(problem: Path, handed_in: Path, tmp_path: Path) -> None:
    (handed_in / "roster.csv").write_text(
        '\ufeffCandidate, file\r\nAda Ä.,c00.py\r\n\r\n"Bob\nJr",c01.py\r\n'.replace("\nJr", ", Jr")
        + "carl,\r\ndora,gone.py\r\n"
    )
    done = run(problem, handed_in, "--out", "out", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    rows = [(row["candidate"], row["verdict"]) for row in table(tmp_path / "out")]
    assert rows == [
        ("Ada Ä.", "accepted"), ("Bob, Jr", "wrong_answer"), ("carl", "judge_error"),
        ("dora", "judge_error"),
    ]  # fmt: skip
    assert "there is no such file" in done.stderr
    again = run(problem, handed_in / "roster.csv", "--out", "out", cwd=tmp_path)
    assert "2 of them graded before" in again.stderr


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "line 1: column candidate, file is missing .the first line is: candidate,file"),
        ("candidate,path\n", "column file is missing"),
        ("candidate,file,mail\n", "column mail is unknown"),
        ("candidate,file,file\n", "column file is there twice"),
        ("candidate,file\nada\n", "line 2: 1 columns, and the heading has 2"),
        ("candidate,file\n,x.py\n", "line 2: no candidate"),
        ("candidate,file\nada,x.py\nbob,y.py\nada,z.py\n", "line 4: ada is in line 2 already"),
        ("candidate,file\nada,/etc/passwd\n", "line 2: file /etc/passwd: expected a path below"),
        ("candidate,file\nada,../x.py\n", "line 2: file ../x.py: expected a path below"),
        ("candidate,file\na\x1bda,x.py\n", "line 2: .*x1bda is no name"),
        ("candidate,file\nada,x.py,\n", "line 2: 3 columns"),
        ('candidate,file\nada,"x.py\n', "line 2: unexpected end of data"),
        ("candidate,file,problem\nada,x.py,knn\n", "line 2: problem knn is none of small"),
        ("candidate,file\n,x.py\nada,\nada,\n", "line 2: no candidate; line 4: ada is in line 3"),
    ],
)
def test_a_roster_with_a_mistake_is_told_with_its_line(
    tmp_path: Path, text: str, says: str
) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text(text)
    with pytest.raises(UsageError, match=f"roster.csv: .*{says}"):
        hand_ins([str(tmp_path)], ["small"])


def test_a_roster_that_cannot_be_read(tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_bytes(b"candidate,file\nad\xe4,x.py\n")
    with pytest.raises(UsageError, match="roster.csv: line 2: not UTF-8"):
        hand_ins([str(roster)], ["small"])
    with pytest.raises(UsageError, match="gone.csv: no such"):
        hand_ins([str(tmp_path / "gone.csv")], ["small"])


@pytest.mark.parametrize(
    ("places", "problems", "says"),
    [
        (["gone"], ["small"], "gone: no such file or folder"),
        (["."], ["small"], "no submission there"),
        (["a.py"], ["small", "other"], "a file of which problem"),
    ],
)
def test_a_place_that_cannot_be_used(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    places: Sequence[str],
    problems: Sequence[str],
    says: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    if places == ["a.py"]:
        Path("a.py").touch()
    with pytest.raises(UsageError, match=says):
        hand_ins(places, problems)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("problems = [", "batch.toml: "),
        ('problems = ["knn"]', "submissions"),
        ('problems = []\nsubmissions = ["x"]', "problems: is empty"),
        ('problems = ["knn"]\nsubmissions = ["x"]\njobs = 3', "jobs"),
    ],
)
def test_a_batch_toml_with_a_mistake(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "batch.toml"
    path.write_text(text)
    with pytest.raises(UsageError, match=says):
        read_plan(path)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "no PLACE is given"),
        (["knn"], "no PLACE is given"),
        (["nosuch", "."], "no problem 'nosuch'"),
        (["knn", ".", "--jobs", "0"], "--jobs"),
    ],
)
def test_usage(tmp_path: Path, arguments: Sequence[str], says: str) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr


# --------------------------------------------------------------------------- helpers


def _problem(where: Path, slug: str) -> Path:
    folder = where / slug
    (folder / "tests").mkdir(parents=True)
    (folder / "submissions" / "accepted").mkdir(parents=True)
    (folder / "problem.toml").write_text(TOML)
    (folder / "prompt.md").write_text("Return x.\n")
    (folder / "starter.py").write_text("def f(x):\n    ...\n")
    (folder / "tests" / "test_hidden.py").write_text(TESTS)
    (folder / "submissions" / "accepted" / "good.py").write_text("def f(x):\n    return x\n")
    return folder


def _start(
    *arguments: object, cwd: Path, engine: str = "process", fresh: bool = False, **options: Any
) -> Started:
    """The command; but for what is `fresh`, boxes serve again, since starting them takes long."""
    bulk = () if fresh or "--reuse" in arguments else ("--reuse", "20")
    return Started("batch", *arguments, *bulk, "--engine", engine, cwd=cwd, **options)


def _group(group: int) -> list[int]:
    """The processes of a group that are alive."""
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = place.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group and fields[0] != "Z":
            found.append(int(place.parent.name))
    return found


def _parent(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0
