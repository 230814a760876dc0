"""A pool of processes that grade, each with containers that were made ahead of need."""

import asyncio
import contextlib
import json
import os
import queue
import socket
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from grader.engines import make_engine
from grader.errors import GraderError, SandboxFault, UsageError
from grader.grading import Watcher
from grader.jobs import Job, job_of
from grader.model import Problem, Report, Submission
from grader.pool_worker import Settings, Told

ENDS_S = 30.0
"""What a worker needs at most to throw its boxes away, on a busy machine."""
# Not -m, which would let a file in the working directory pose as a module.
_BOOT = (
    "import json, sys; given = json.loads(sys.argv[1]); sys.path[:] = given.pop('path'); "
    "from grader.pool_worker import main; main(**given)"
)


class Gone(SandboxFault):
    """A grading process ended before it answered."""


@dataclass(eq=False)
class _Task:
    """A job that waits or runs."""

    job: Job
    watch: Watcher | None
    future: Future[Report] = field(default_factory=Future)
    worker: "_Worker | None" = None
    given_up: bool = False


class _Worker:
    """The parent's side of one process."""

    def __init__(self, settings: Settings, *, check: bool) -> None:
        """With `check` it tries the walls before it begins."""
        ours, theirs = socket.socketpair()
        given = {
            "fd": theirs.fileno(), "settings": msgspec.to_builtins(settings), "check": check,
            "path": [place for place in sys.path if place],
        }  # fmt: skip
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", _BOOT, json.dumps(given)], pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                process_group=0,  # Ctrl-C is for us: we tell the workers
            )  # fmt: skip
        self._connection = Connection(ours.detach())

    def begin(self) -> None:
        """Wait until it is ready; raises GraderError where it cannot work."""
        self._answer(None)

    def do(self, task: _Task) -> Report:
        """The report of one job; raises GraderError, or what the task's watcher raises."""
        try:
            self._connection.send(task.job)
        except OSError:
            raise Gone("a grading process is gone") from None
        report = self._answer(task.watch)
        assert isinstance(report, Report)
        return report

    def _answer(self, watch: Watcher | None) -> Any:
        while True:
            try:
                message = self._connection.recv()
            except (EOFError, OSError):
                raise Gone("a grading process is gone") from None
            if isinstance(message, GraderError):
                raise message
            if not isinstance(message, Told):
                return message
            if watch is not None:
                getattr(watch, message.method)(*message.args)

    def interrupt(self) -> None:
        """Have it give up what it does, and end."""
        self._process.terminate()

    def close(self) -> None:
        """Have it end, and wait until its boxes are gone."""
        self._connection.close()
        try:
            self._process.wait(ENDS_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def cores() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):  # not on macOS
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Pool:
    """Processes that grade, `workers` at a time, each submission in a fresh container of its own.

    Each worker keeps `warm` containers ready, so that a grading need not wait for one; there are
    never more than `workers * (warm + 2)`. Use it with `with` or `async with`: at the end of the
    block what was handed in is finished (given up, if an exception ends the block), and no process
    and no container is left. All methods may be called from any thread.
    """

    def __init__(
        self, workers: int | None = None, *, engine: str = "docker", runtime: str = "",
        warm: int = 1,
    ) -> None:  # fmt: skip
        """By default there are as many workers as cores; fewer measure runtime more steadily."""
        make_engine(engine, runtime)  # is there such an engine at all?
        self._most = cores() if workers is None else workers
        if self._most < 1 or warm < 0:
            raise UsageError("a pool has at least 1 worker, and 0 or more warm containers")
        self._settings = Settings(engine=engine, runtime=runtime, warm=warm)
        self._queue: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._lock = threading.RLock()
        self._tasks: dict[Future[Report], _Task] = {}
        self._workers: set[_Worker] = set()
        self._threads: list[threading.Thread] = []
        self._walls = threading.Lock()
        self._walls_hold = False
        self._closed = self._given_up = False

    # ---------------------------------------------------------------- for callers

    def grade(
        self, problem: Problem | str | Path, source: Submission | str | Path, *,
        candidate: str | None = None, performance: bool = True, visible_only: bool = False,
        watch: Watcher | None = None,
    ) -> Report:  # fmt: skip
        """As `grader.grade`. `watch` is told how it goes on, in a thread of the pool."""
        future = self.submit(
            problem, source, candidate=candidate, performance=performance,
            visible_only=visible_only, watch=watch,
        )  # fmt: skip
        try:
            return future.result()
        except BaseException:
            self._give_up(future)
            raise

    async def grade_async(
        self, problem: Problem | str | Path, source: Submission | str | Path, *,
        candidate: str | None = None, performance: bool = True, visible_only: bool = False,
        watch: Watcher | None = None,
    ) -> Report:  # fmt: skip
        """As `grade`, for an event loop; where it is cancelled, the grading ends too."""
        job = await asyncio.to_thread(
            job_of, problem, source, candidate=candidate, performance=performance,
            visible_only=visible_only,
        )  # fmt: skip
        future = self._hand_in(job, watch)
        try:
            return await asyncio.wrap_future(future)
        except BaseException:
            self._give_up(future)
            raise

    def submit(
        self, problem: Problem | str | Path, source: Submission | str | Path, *,
        candidate: str | None = None, performance: bool = True, visible_only: bool = False,
        watch: Watcher | None = None,
    ) -> Future[Report]:  # fmt: skip
        """As `grade`, without waiting: a future of the report."""
        job = job_of(
            problem, source, candidate=candidate, performance=performance,
            visible_only=visible_only,
        )  # fmt: skip
        return self._hand_in(job, watch)

    def start(self) -> None:
        """Start all workers now, rather than when there is work for them."""
        with self._lock:
            self._refuse_if_closed()
            while len(self._threads) < self._most:
                self._add_thread(at_once=True)

    def close(self, *, give_up: bool = False) -> None:
        """Finish what was handed in, or give it up, and end all processes. Safe to call twice."""
        with self._lock:
            first, self._closed = not self._closed, True
            if give_up:
                self._given_up = True
                for future in list(self._tasks):
                    self._give_up(future)
                for worker in self._workers:  # also those that only just begin
                    worker.interrupt()
            if first:
                for _ in self._threads:
                    self._queue.put(None)
        for thread in self._threads:
            thread.join()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self.close(give_up=kind is not None)

    async def __aenter__(self) -> Self:
        self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        await asyncio.to_thread(self.close, give_up=kind is not None)

    # ---------------------------------------------------------------- inside

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise UsageError("the pool is closed", fix="grade inside its with block")

    def _hand_in(self, job: Job, watch: Watcher | None) -> Future[Report]:
        task = _Task(job, watch)
        with self._lock:
            self._refuse_if_closed()
            self._tasks[task.future] = task
            if len(self._threads) < min(self._most, len(self._tasks)):
                self._add_thread(at_once=False)
            self._queue.put(task)
        return task.future

    def _add_thread(self, *, at_once: bool) -> None:
        name = f"grader-pool-{len(self._threads)}"
        thread = threading.Thread(target=self._serve, args=(at_once,), name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _give_up(self, future: Future[Report]) -> None:
        """Cancel what waits, interrupt what runs."""
        with self._lock:
            task = self._tasks.get(future)
            if task is None or future.cancel():
                return
            task.given_up = True
            if task.worker is not None:
                task.worker.interrupt()

    def _serve(self, at_once: bool) -> None:
        """A thread's work: one task after the other, in a process that is kept."""
        worker: _Worker | None = None
        if at_once:
            with contextlib.suppress(GraderError):  # the first task will tell
                worker = self._start()
        while (task := self._queue.get()) is not None:
            if task.future.set_running_or_notify_cancel():
                worker = self._run(task, worker)
            with self._lock:
                del self._tasks[task.future]
        if worker is not None:
            self._end(worker)

    def _run(self, task: _Task, worker: _Worker | None) -> _Worker | None:
        """Do the task, twice if the process is lost; returns the process for the next one."""
        for last in (False, True):
            try:
                if worker is None:
                    worker = self._start()
                with self._lock:
                    if task.given_up or self._given_up:
                        raise CancelledError
                    task.worker = worker
                report = worker.do(task)
            except Gone as error:
                if worker is not None:
                    self._end(worker)
                    worker = None
                if last or task.given_up or self._given_up:
                    given_up = task.given_up or self._given_up
                    task.future.set_exception(CancelledError() if given_up else error)
                    break
            except GraderError as error:
                task.future.set_exception(error)
                break
            except BaseException as error:  # the watcher's, in the middle of the job
                if worker is not None:
                    worker.interrupt()
                    self._end(worker)
                    worker = None
                task.future.set_exception(error)
                break
            else:
                task.future.set_result(report)
                break
            finally:
                with self._lock:
                    task.worker = None
        return worker

    def _start(self) -> _Worker:
        """A process that is ready; the first one tries the walls, for all that come after it."""
        if self._walls_hold:
            return self._begun(check=False)
        with self._walls:
            worker = self._begun(check=not self._walls_hold)
            self._walls_hold = True
            return worker

    def _begun(self, *, check: bool) -> _Worker:
        with self._lock:
            if self._given_up:
                raise Gone("the pool was closed")
            worker = _Worker(self._settings, check=check)
            self._workers.add(worker)
        try:
            worker.begin()
        except BaseException:
            self._end(worker)
            raise
        return worker

    def _end(self, worker: _Worker) -> None:
        worker.close()
        with self._lock:
            self._workers.discard(worker)


# --------------------------------------------------------------------------- one for all


_shared: dict[tuple[str, str], tuple[Pool, int]] = {}
_shared_lock = threading.Lock()


def _borrow(engine: str, runtime: str) -> Pool:
    with _shared_lock:
        pool, users = _shared.get((engine, runtime)) or (
            Pool(engine=engine, runtime=runtime, warm=0), 0
        )  # fmt: skip
        _shared[engine, runtime] = pool, users + 1
        return pool


def _give_back(engine: str, runtime: str) -> None:
    with _shared_lock:
        pool, users = _shared[engine, runtime]
        if users > 1:
            _shared[engine, runtime] = pool, users - 1
            return
        del _shared[engine, runtime]
    pool.close()


@contextlib.contextmanager
def shared_pool(engine: str, runtime: str) -> Iterator[Pool]:
    """A pool that all who grade at this moment share, so that they are no more than the cores.

    It is closed when nobody uses it.
    """
    pool = _borrow(engine, runtime)
    try:
        yield pool
    finally:
        _give_back(engine, runtime)


@contextlib.asynccontextmanager
async def shared_pool_async(engine: str, runtime: str) -> AsyncIterator[Pool]:
    """The same for an event loop."""
    pool = _borrow(engine, runtime)
    try:
        yield pool
    finally:
        await asyncio.to_thread(_give_back, engine, runtime)
