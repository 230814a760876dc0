"""Share work among processes, each with engines of its own; results come as they are found."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from multiprocessing.util import Finalize
from typing import Any, NoReturn, TypeVar

from grader import errors
from grader.boxes import Engine
from grader.errors import GraderError
from grader.reusing import ReusingEngine

Item = TypeVar("Item")
Result = TypeVar("Result")
MakeEngine = Callable[[str, str], Engine]
"""(name, hash seed) → an engine."""
PR_SET_PDEATHSIG = 1


class Engines:
    """The engines of one process: made when first used, and their boxes serve again."""

    def __init__(self, make: MakeEngine) -> None:
        self._make = make
        self._made: dict[tuple[str, str], ReusingEngine] = {}

    def get(self, name: str, hash_seed: str = "0") -> Engine:
        """The engine of that name whose boxes hash by that seed."""
        key = (name, hash_seed)
        if key not in self._made:
            self._made[key] = ReusingEngine(self._make(name, hash_seed))
        return self._made[key]

    def close(self) -> None:
        """Throw the kept boxes away."""
        for engine in self._made.values():
            engine.close()
        self._made.clear()


def share(
    items: Sequence[Item],
    work: Callable[[Item, Engines], Result],
    make: MakeEngine,
    *,
    jobs: int,
) -> Iterator[tuple[int, Result]]:
    """(index, result) of each item, in the order in which they are done by `jobs` processes.

    Raises:
        GraderError: that of the first item that raised one; what was not begun is given up.
    """
    if jobs <= 1:
        engines = Engines(make)
        try:
            for index, item in enumerate(items):
                yield index, work(item, engines)
        finally:
            engines.close()
        return
    pool = ProcessPoolExecutor(
        jobs, mp_context=get_context("fork"), initializer=_start, initargs=(make, work)
    )
    try:
        futures = {pool.submit(_work, item): index for index, item in enumerate(items)}
        for future in as_completed(futures):
            result = future.result()
            if isinstance(result, GraderError):
                raise result
            yield futures[future], result
    finally:
        pool.shutdown(cancel_futures=True)


class _Worker:
    """One process of the pool: its engines, the work, and how it ends."""

    def __init__(self, make: MakeEngine, work: Callable[[Any, Engines], Any]) -> None:
        self.engines = Engines(make)
        self._work = work
        self._busy = False

    def do(self, item: Any) -> Any:
        """A result, or the error as one: raised, it would lose its exit code on the way."""
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self._busy = True
        try:
            return self._work(item, self.engines)
        except GraderError as error:
            return error
        except SystemExit:
            self._depart()
        finally:
            self._busy = False
            signal.signal(signal.SIGINT, signal.SIG_IGN)

    def leave(self, _signal: int, _frame: object) -> None:
        """SIGTERM: give up the job, so that its boxes come back, then close them and end."""
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # it may come from more than one side
        if self._busy:
            raise SystemExit
        self._depart()

    def _depart(self) -> NoReturn:
        """End at once: the executor would take a SystemExit for a result, and wait for more."""
        self.engines.close()
        os._exit(errors.EXIT_INTERRUPTED)


_worker: _Worker | None = None


def _start(make: MakeEngine, work: Callable[[Any, Engines], Any]) -> None:
    global _worker  # noqa: PLW0603 - one for each process of the pool
    _worker = _Worker(make, work)
    Finalize(None, _worker.engines.close, exitpriority=1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # idle: the parent ends us
    signal.signal(signal.SIGTERM, _worker.leave)
    _end_with_parent()


def _end_with_parent() -> None:
    """Ask Linux for SIGTERM when the parent is killed; we would wait for work for ever."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _work(item: Any) -> Any:
    assert _worker is not None
    return _worker.do(item)
