"""One process of a pool: it grades one submission after the other, and makes boxes while it waits.

It has a single thread, since the tests of each job run in a fork of it. It ends when its parent
says so, or is gone; in either case it first throws its boxes away.
"""

import contextlib
import signal
from multiprocessing.connection import Connection
from typing import Any

from grader.containers import DockerEngine
from grader.engines import make_engine, ready_engine
from grader.errors import EXIT_INTERRUPTED, EngineError, GraderError
from grader.grading import grade
from grader.jobs import Job
from grader.leaving import never_mind, raise_on_sigterm, undisturbed
from grader.model import Frozen, TestResult
from grader.references import References
from grader.warming import WarmEngine

IDLE_S = 30.0
"""How often an idle worker looks whether its boxes are too old."""


class Settings(Frozen, frozen=True, kw_only=True):
    """How a pool's workers work."""

    engine: str = "docker"
    runtime: str = ""
    warm: int = 1


class Told(Frozen, frozen=True, kw_only=True):
    """What a watcher in the parent is told: the name of its method, and the arguments."""

    method: str
    args: tuple[Any, ...]


class Teller:
    """A watcher that tells the parent; where that is gone, the grading ends."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def stage(self, text: str) -> None:
        self._tell("stage", text)

    def test_started(self, name: str, title: str, index: int, total: int) -> None:
        self._tell("test_started", name, title, index, total)

    def test_finished(self, result: TestResult) -> None:
        self._tell("test_finished", result)

    def measured(self, size: int, note: str) -> None:
        self._tell("measured", size, note)

    def compared(self, found: object) -> None:
        """For the watchers of authors, who use no pool."""

    def _tell(self, method: str, *args: Any) -> None:
        self._connection.send(Told(method=method, args=args))


class _Worker:
    """The parent's jobs, one by one."""

    def __init__(self, connection: Connection, settings: Settings) -> None:
        self._connection = connection
        self._settings = settings
        self._engine: WarmEngine | None = None
        self._references: References | None = None

    def run(self, check: bool) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's affair
        raise_on_sigterm(EXIT_INTERRUPTED)
        try:
            self._start(check)
            self._connection.send(None)
            while (job := self._next()) is not None:
                self._connection.send(self._grade(job))
        except GraderError as error:
            self._connection.send(error)
        except (EOFError, OSError):
            pass  # the parent is gone
        finally:
            never_mind()
            if self._references is not None:
                self._references.close()
            if self._engine is not None:
                self._engine.close()

    def _start(self, check: bool) -> None:
        own = self._settings
        engine = (ready_engine if check else make_engine)(own.engine, own.runtime)
        engine.prepare()
        self._engine = WarmEngine(engine, own.warm)
        self._references = References(self._engine)

    def _next(self) -> Job | None:
        """The next job; boxes are made until there is one."""
        assert self._engine is not None
        busy = True
        while not self._connection.poll(0 if busy else IDLE_S):
            try:
                with undisturbed():
                    busy = self._engine.warm()
            except EngineError:
                busy = False  # the next job will tell
        job = self._connection.recv()
        assert job is None or isinstance(job, Job)
        return job

    def _grade(self, job: Job) -> Any:
        assert self._engine is not None
        try:
            return grade(
                job.problem, job.submission, self._engine, watch=Teller(self._connection),
                performance=job.performance, visible_only=job.visible_only,
                references=self._references,
            )  # fmt: skip
        except GraderError as error:
            return error


def main(fd: int, settings: dict[str, Any], check: bool) -> None:
    """Work for the process at the other end of `fd`."""
    own = Settings(**settings)
    with Connection(fd) as connection:
        try:
            _Worker(connection, own).run(check)
        except SystemExit:
            if own.engine == "docker":  # what was just being made, nobody knows of
                with contextlib.suppress(GraderError):
                    DockerEngine(own.runtime).sweep(own=True)
            raise
