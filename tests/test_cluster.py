"""A batch on a Dask cluster: a real scheduler, two worker processes, one of them killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from forked import Started, run
from test_batch import GOOD, WRONG, _problem, gradings, table

WORKER = [
    sys.executable, "-m", "distributed.cli.dask_worker", "--nthreads", "1", "--no-nanny",
    "--no-dashboard", "--resources", "sandbox=1",
]  # fmt: skip


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """The address of a scheduler of its own."""
    place = tmp_path / "scheduler.json"
    process = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0",
         "--no-dashboard", "--scheduler-file", str(place)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=tmp_path,
    )  # fmt: skip
    import json

    limit = time.monotonic() + 120
    while not place.exists() and time.monotonic() < limit:
        time.sleep(0.1)
    yield json.loads(place.read_text())["address"]
    process.terminate()
    process.wait()


def _worker(scheduler: str, cwd: Path, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*WORKER, scheduler], cwd=cwd, env={**os.environ, **environment},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _workers_known(scheduler: str, count: int) -> None:
    import distributed

    with distributed.Client(scheduler, set_as_default=False) as client:
        client.wait_for_workers(count, timeout=120)


def test_a_killed_worker_costs_a_retry_and_no_result(scheduler: str, tmp_path: Path) -> None:
    problem = _problem(tmp_path / "problems", "small")
    folder = tmp_path / "submissions"
    folder.mkdir()
    for n in range(16):
        (folder / f"c{n:02}.py").write_text((WRONG if n % 3 == 1 else GOOD).format(n=n or 1))
    workers = [_worker(scheduler, tmp_path) for _ in range(2)]
    try:
        _workers_known(scheduler, 2)
        arguments = ["batch", problem, folder, "--engine", "process", "--out"]
        batch = Started(*arguments, "out", "--scheduler", scheduler, cwd=tmp_path)
        while batch.runs() and len(gradings(tmp_path / "out" / "grader.db")) < 3:
            time.sleep(0.02)
        os.kill(workers[0].pid, signal.SIGKILL)
        done = batch.wait()
        assert done.returncode == 0, done.stderr
        rows = table(tmp_path / "out")
        assert [row["verdict"] == "accepted" for row in rows] == [n % 3 != 1 for n in range(16)]
        again = run(*arguments, "out", "--scheduler", scheduler, cwd=tmp_path)
        assert "16 of them graded before" in again.stderr, again.stderr
        assert run(*arguments, "here", cwd=tmp_path).returncode == 0
        assert table(tmp_path / "here") == rows
    finally:
        for worker in workers:
            worker.terminate()
            worker.wait()


def test_a_cluster_without_slots_is_told(scheduler: str, tmp_path: Path) -> None:
    problem = _problem(tmp_path / "problems", "small")
    (tmp_path / "a.py").write_text(GOOD.format(n=1))
    done = run(
        "batch", problem, "a.py", "--engine", "process", "--scheduler", scheduler, cwd=tmp_path
    )
    assert done.returncode == 3, done.stderr
    assert "no worker has the resource 'sandbox' (start workers" in done.stderr


def test_no_scheduler_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = _problem(tmp_path / "problems", "small")
    (tmp_path / "a.py").write_text(GOOD.format(n=1))
    monkeypatch.setattr("grader.cluster.CONNECT_S", 1)
    done = run(
        "batch",
        problem,
        "a.py",
        "--engine",
        "process",
        "--scheduler",
        "tcp://127.0.0.1:9",
        cwd=tmp_path,
    )
    assert done.returncode == 2, done.stderr
    assert "--scheduler tcp://127.0.0.1:9: no scheduler answers" in done.stderr
    assert "Traceback" not in done.stderr
