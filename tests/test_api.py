"""The Python API: what is exported, from threads and event loops, and that nothing is left behind."""

import ast
import asyncio
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from pathlib import Path

import docker
import pytest

import grader
from grader.containers import LABEL, OWNER_LABEL, DockerEngine
from grader.model import Problem, TestResult, Verdict
from grader.scaffolding import new_problem
from grader.warming import WarmEngine

ROOT = Path(__file__).resolve().parent.parent
GOOD = """def mine(X):
    if not X or any(len(row) != len(X[0]) for row in X):
        raise ValueError
    return [sum(column) / len(X) for column in zip(*X)]
"""
WRONG = GOOD.replace("sum(column) /", "{0} + sum(column) /")
SLEEPY = GOOD.replace("    if not", "    import time; time.sleep(0.7)\n    if not", 1)
ENDLESS = "def mine(X):\n    while True:\n        pass\n"


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory, docker_engine: DockerEngine) -> Problem:
    """A small problem, means of columns; the engine is there."""
    return grader.load_problem(str(new_problem("mine", tmp_path_factory.mktemp("problems"))))


@pytest.fixture(scope="module")
def pool(mine: Problem) -> Iterator[grader.Pool]:
    with grader.Pool(2) as pool:
        yield pool


def boxes_of(*pids: int) -> list[str]:
    """The containers that belong to these processes."""
    client = docker.from_env()
    found = client.containers.list(all=True, filters={"label": LABEL}, ignore_removed=True)
    owners = [box.labels.get(OWNER_LABEL, "").split("/")[1] for box in found]
    client.close()
    return [owner for owner in owners if owner in map(str, pids)]


def none_left_of(*pids: int) -> bool:
    """Whether their containers are gone; another grader's sweep may be about to remove one."""
    until = time.monotonic() + 20
    while boxes_of(*pids) and time.monotonic() < until:
        time.sleep(0.2)
    return not boxes_of(*pids)


def workers(pool: grader.Pool) -> list[int]:
    return [worker._process.pid for worker in pool._workers]


# ---------------------------------------------------------------- what is exported


def test_all_that_is_named_is_there_for_readers_and_type_checkers() -> None:
    assert sorted(grader._MODULE) == sorted(grader.__all__)
    tree = ast.parse((ROOT / "grader/__init__.py").read_text())
    block = next(node for node in tree.body if isinstance(node, ast.If))
    typed = {
        alias.name: node.module
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert typed == grader._MODULE
    for name in grader.__all__:
        assert getattr(grader, name) is not None
    with pytest.raises(AttributeError, match="grdae"):
        _ = grader.grdae


def test_the_import_is_cheap_and_the_package_typed() -> None:
    code = "import sys, grader; print({'numpy', 'pytest', 'docker', 'click'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "set()"
    assert (ROOT / "grader" / "py.typed").exists()


def test_the_page_of_the_api_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knn: Problem, docker_engine: DockerEngine
) -> None:
    text = (ROOT / "docs" / "api.md").read_text()
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert len(blocks) == 7
    monkeypatch.chdir(tmp_path)
    (tmp_path / "solution.py").write_text((knn.folder / "starter.py").read_text())
    code = compile("\n".join(blocks), "api.md", "exec")
    space: dict[str, object] = {"__name__": "api"}
    exec(code, space)
    assert space["rewards"] == [space["rewards"][0]] * 2  # type: ignore[index]
    assert (tmp_path / "report.html").stat().st_size > 10_000
    tally = space["tally"]
    assert isinstance(tally, grader.Tally)
    assert (tally.total, tally.faults) == (2, 0)
    assert all(file.is_relative_to("results") and file.is_file() for file in tally.files)
    mentioned = set(re.findall(r"grader\.(\w+)", text)) - {"errors"}
    assert mentioned <= set(grader.__all__)


# ---------------------------------------------------------------- one grading


class Watch:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.stages: list[str] = []
        self.tests: list[TestResult] = []

    def stage(self, text: str) -> None:
        self.stages.append(text)

    def test_started(self, name: str, title: str, index: int, total: int) -> None: ...

    def test_finished(self, result: TestResult) -> None:
        self.tests.append(result)

    def measured(self, size: int, note: str) -> None: ...
    def compared(self, found: object) -> None: ...


def test_a_source_is_a_text_a_file_or_a_submission(mine: Problem, tmp_path: Path) -> None:
    file = tmp_path / "ada.py"
    file.write_text(GOOD)
    given = grader.read_submission(file, "grace")
    watch = Watch()
    reports = [
        grader.grade(mine, GOOD, engine="process", watch=watch),
        grader.grade(str(mine.folder), file, engine="process", visible_only=True),
        grader.grade(mine.folder, given, engine="process", visible_only=True),
    ]
    assert [report.verdict for report in reports] == ["accepted"] * 3
    assert [report.candidate for report in reports] == ["anonymous", "ada", "grace"]
    assert len(watch.tests) == len(reports[0].tests)
    assert "running the tests" in watch.stages


def test_the_visible_tests_alone(mine: Problem, pool: grader.Pool) -> None:
    report = pool.grade(mine, GOOD, visible_only=True)
    assert report.tests
    assert not any(test.hidden for test in report.tests)
    assert (report.score.total, report.score.max) == (100, 100)
    assert "every visible test" in report.message
    wrong = pool.grade(mine, WRONG.format(3), visible_only=True)
    assert wrong.score.total < 100
    assert "visible tests failed" in wrong.message


def test_no_visible_tests(tmp_path: Path, pool: grader.Pool) -> None:
    folder = new_problem("mine", tmp_path)
    (folder / "tests" / "test_visible.py").unlink()
    with pytest.raises(grader.ProblemError, match=r"test_visible\.py"):
        pool.grade(folder, GOOD, visible_only=True)


@pytest.mark.parametrize(
    ("arguments", "options", "error"),
    [
        (("nope", "x = 1"), {}, grader.UsageError),
        (("knn", "x = 1"), {"engine": "podman"}, grader.UsageError),
        (("knn", Path("missing.py")), {}, grader.SubmissionError),
        (("knn", "#" * (1 << 19)), {}, grader.SubmissionError),
    ],
)
def test_errors_are_ours(arguments: tuple, options: dict, error: type[Exception]) -> None:  # type: ignore[type-arg]
    with pytest.raises(error):
        grader.grade(*arguments, **options)
    with pytest.raises(error):
        asyncio.run(grader.grade_async(*arguments, **options))


def test_any_text_gets_a_report(mine: Problem, pool: grader.Pool) -> None:
    for text in ("", "\0", "\ud800", "def mine(:"):
        assert pool.grade(mine, text).verdict is Verdict.RUN_TIME_ERROR


# ---------------------------------------------------------------- many at once


def test_many_threads_and_each_gets_its_own_report(mine: Problem, pool: grader.Pool) -> None:
    sources = {f"c{n}": GOOD if n % 3 == 0 else WRONG.format(n) for n in range(6)}

    def one(name: str) -> grader.Report:
        return pool.grade(mine, sources[name], candidate=name, visible_only=True)

    with ThreadPoolExecutor(6) as threads:
        reports = list(threads.map(one, sources))
    for (name, source), report in zip(sources.items(), reports, strict=True):
        assert report.candidate == name
        assert report.submission.source == source
        assert (report.verdict == "accepted") is (source == GOOD)
        assert report.sandbox.served == 0
    assert len(boxes_of(*workers(pool))) <= 2 * (1 + 2)


def test_grade_in_a_thread_and_many_in_a_loop_leave_nothing(mine: Problem) -> None:
    """With threads around, no fork of ours: another process; and none is left."""
    before = set(subprocess.run(["pgrep", "-P", str(os.getpid())], check=False, capture_output=True, text=True).stdout.split())  # fmt: skip
    found: list[grader.Report] = []
    thread = threading.Thread(
        target=lambda: found.append(grader.grade(mine, GOOD, visible_only=True))
    )
    thread.start()
    thread.join()
    assert found[0].verdict == "accepted"

    async def many() -> list[grader.Report]:
        return await asyncio.gather(
            *(
                grader.grade_async(mine, GOOD if n % 2 else WRONG.format(7), visible_only=True)
                for n in range(4)
            )
        )

    verdicts = [report.verdict for report in asyncio.run(many())]
    assert verdicts == ["wrong_answer", "accepted"] * 2
    after = set(subprocess.run(["pgrep", "-P", str(os.getpid())], check=False, capture_output=True, text=True).stdout.split())  # fmt: skip
    assert len(after) <= len(before) + 1  # pgrep itself


def test_a_cancelled_grading_ends_and_a_killed_process_is_replaced(mine: Problem) -> None:
    watch = Watch()

    async def impatient() -> None:
        async with grader.Pool(1, warm=0) as pool:
            grading = asyncio.ensure_future(pool.grade_async(mine, ENDLESS, watch=watch))
            while "running the tests" not in watch.stages:
                await asyncio.sleep(0.05)
            pids = workers(pool)
            grading.cancel()
            with pytest.raises(asyncio.CancelledError):
                await grading
            watch.stages.clear()  # the pool goes on; and its next process is killed
            future = pool.submit(mine, SLEEPY, visible_only=True, watch=watch)
            while "running the tests" not in watch.stages:
                await asyncio.sleep(0.05)
            assert none_left_of(*pids)
            (second,) = workers(pool)
            os.kill(second, signal.SIGKILL)
            assert (await asyncio.wrap_future(future)).verdict == "accepted"
            assert workers(pool) != [second]
            assert none_left_of(second)

    asyncio.run(impatient())
    assert not any(test.verdict == Verdict.TIME_LIMIT_EXCEEDED for test in watch.tests)


def test_an_exception_in_the_block_gives_up_what_runs(mine: Problem) -> None:
    pool = grader.Pool(1)
    futures: list[Future[grader.Report]] = []

    def block() -> None:
        with pool:
            futures.extend(pool.submit(mine, ENDLESS) for _ in range(3))
            while not futures[0].running():
                time.sleep(0.05)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        block()
    for future in futures:
        with pytest.raises(CancelledError):
            future.result()
    assert not workers(pool)
    pool.close()
    with pytest.raises(grader.UsageError, match="closed"):
        pool.submit(mine, GOOD)


def test_the_end_of_the_program_is_the_end_of_its_pool(mine: Problem, tmp_path: Path) -> None:
    """SIGKILL in the middle of a grading: nobody is there to close anything."""
    script = tmp_path / "program.py"
    script.write_text(
        "import sys, time, grader\n"
        "pool = grader.Pool(1)\n"
        f"pool.submit({str(mine.folder)!r}, {ENDLESS!r})\n"
        "while not any(pool._workers): time.sleep(0.05)\n"
        "print(*[w._process.pid for w in pool._workers], flush=True)\n"
        "time.sleep(60)\n"
    )
    program = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    pid = int(program.stdout.readline())
    until = time.monotonic() + 30
    while not boxes_of(pid) and time.monotonic() < until:
        time.sleep(0.1)
    program.kill()
    program.communicate()
    while (Path(f"/proc/{pid}").exists() or boxes_of(pid)) and time.monotonic() < until + 30:
        time.sleep(0.2)
    assert not Path(f"/proc/{pid}").exists()
    assert not boxes_of(pid)


def test_faults_of_ours_reach_the_caller(
    mine: Problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = new_problem("broken", tmp_path)
    (broken / "tests" / "test_hidden.py").write_text("import nothing_of_that_name\n")

    class Bad(Watch):
        def stage(self, text: str) -> None:
            raise ZeroDivisionError

    with grader.Pool(1, engine="process") as pool:
        with pytest.raises(grader.ProblemError, match="nothing_of_that_name"):
            pool.grade(broken, "def broken(X): pass")
        with pytest.raises(ZeroDivisionError):
            pool.grade(mine, GOOD, watch=Bad())
        assert pool.grade(mine, GOOD, visible_only=True).verdict == "accepted"
    monkeypatch.setenv("DOCKER_HOST", "unix:///nowhere/docker.sock")
    idle = grader.Pool(1)
    with pytest.raises(grader.EngineError, match="no container engine"):
        idle.grade(mine, GOOD)
    idle.close()
    with pytest.raises(grader.UsageError):
        grader.Pool(0)


def test_a_warm_box_that_died_is_not_used(docker_engine: DockerEngine, mine: Problem) -> None:
    engine = WarmEngine(docker_engine, 1)
    assert engine.warm()
    assert not engine.warm()
    (_, _, waiting) = engine._waiting[0]
    waiting._container.kill()  # type: ignore[attr-defined]
    box = engine.open(mine.limits)
    assert box is not waiting
    box.close()
    engine.drop()
