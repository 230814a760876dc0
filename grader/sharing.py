"""Share work among processes, each with engines of its own; results come as they are found.

A process that dies, by the out-of-memory killer say, costs what it was working on and nothing else:
another takes its place.
"""

import contextlib
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any, NamedTuple, NoReturn, Protocol, TypeVar

from grader import errors
from grader.boxes import Engine
from grader.errors import EngineError, GraderError
from grader.leaving import never_mind, raise_on_sigterm
from grader.parents import end_with_parent
from grader.references import References
from grader.reusing import SERVES, ReusingEngine

Item = TypeVar("Item")
Result = TypeVar("Result")
MakeEngine = Callable[[str, str], Engine]
"""(name, hash seed) → an engine."""
LOOK_S = 1.0
"""How often dead processes are looked for: a grandchild may hold a dead one's pipe open."""
LEAVE_S = 15.0
"""How long a process may take to give up its job and close its boxes."""


class WorkerGone(EngineError):
    """A process of ours died in the middle of an item. The item may be tried again."""


class Engines:
    """The engines of one process, made when first used; a box of theirs serves `serves` times."""

    def __init__(self, make: MakeEngine, serves: int = SERVES) -> None:
        self._make = make
        self._serves = serves
        self._made: dict[tuple[str, str], Engine] = {}
        self._own: dict[str, Engine] = {}
        self._references: dict[str, References] = {}

    def get(self, name: str, hash_seed: str = "0") -> Engine:
        """The engine of that name whose boxes hash by that seed."""
        key = (name, hash_seed)
        if key not in self._made:
            made = self._make(name, hash_seed)
            self._made[key] = ReusingEngine(made, self._serves) if self._serves > 1 else made
        return self._made[key]

    def references(self, name: str) -> References:
        """Where reference solutions have a box of their own, which no submission was ever in."""
        if name not in self._references:
            self._own[name] = self._make(name, "0")
            self._references[name] = References(self._own[name])
        return self._references[name]

    def close(self) -> None:
        """Throw the kept boxes away."""
        for references in self._references.values():
            references.close()
        self._references.clear()
        for engine in (*self._own.values(), *self._made.values()):
            engine.close()
        self._own.clear()
        self._made.clear()


class Done(NamedTuple):
    """An item that is done with: its result, or the error that it ended in."""

    token: Any
    outcome: Any


class Crew(Protocol):
    """Those who work: processes of this machine, or of a cluster."""

    def idle(self) -> int:
        """How many items could be given now."""

    def busy(self) -> int:
        """How many items were given and are not done."""

    def give(self, token: Any, item: Any) -> None:
        """Begin an item; `token` is what it is called when it is done."""

    def done(self, timeout_s: float) -> Done | None:
        """The next item that is done; None when there is none within the time."""

    def close(self) -> None:
        """Give up what was begun, and leave nothing running."""


class Processes:
    """A crew of processes of this machine."""

    def __init__(
        self, work: Callable[[Any, Engines], Any], make: MakeEngine, *, jobs: int,
        serves: int = SERVES,
    ) -> None:  # fmt: skip
        self._start: Callable[[], _Hand] = lambda: _Hand(work, make, serves)
        self._idle: list[_Hand] = []
        self._busy: list[_Hand] = []
        self._jobs = jobs

    def idle(self) -> int:
        return self._jobs - len(self._busy)

    def busy(self) -> int:
        return len(self._busy)

    def give(self, token: Any, item: Any) -> None:
        hand = self._idle.pop() if self._idle else self._start()
        self._busy.append(hand)
        hand.give(token, item)

    def done(self, timeout_s: float) -> Done | None:
        until = time.monotonic() + timeout_s
        while self._busy:
            left = until - time.monotonic()
            ready = wait([hand.pipe for hand in self._busy], max(0.0, min(left, LOOK_S)))
            for hand in self._busy:
                if hand.pipe in ready or hand.is_dead():
                    return self._take(hand)
            if left <= 0:
                break
        return None

    def _take(self, hand: "_Hand") -> Done:
        self._busy.remove(hand)
        outcome = hand.outcome()
        if not hand.is_dead():
            self._idle.append(hand)
        return Done(hand.token, outcome)

    def close(self) -> None:
        hands = self._idle + self._busy
        self._idle, self._busy = [], []
        for hand in hands:
            hand.dismiss()
        until = time.monotonic() + LEAVE_S
        for hand in hands:
            hand.bury(max(0.1, until - time.monotonic()))


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
    crew = Processes(work, make, jobs=jobs)
    left = iter(enumerate(items))
    try:
        while True:
            while crew.idle() and (following := next(left, None)) is not None:
                crew.give(*following)
            if not crew.busy():
                return
            found = crew.done(LOOK_S)
            if found is None:
                continue
            if isinstance(found.outcome, GraderError):
                raise found.outcome
            yield found.token, found.outcome
    finally:
        crew.close()


class _Hand:
    """One process, seen from outside, and the item that it works on."""

    def __init__(self, work: Callable[[Any, Engines], Any], make: MakeEngine, serves: int) -> None:
        context = get_context("fork")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=_begin, args=(work, make, serves, theirs, self.pipe, os.getpid())
        )
        self._process.start()
        theirs.close()
        self.token: Any = None

    def give(self, token: Any, item: Any) -> None:
        self.token = token
        with contextlib.suppress(OSError):  # it is dead, and is found so
            self.pipe.send(item)

    def outcome(self) -> Any:
        """What it answered; of a process that died, an error that says how."""
        with contextlib.suppress(EOFError, OSError):
            if self.pipe.poll():
                return self.pipe.recv()
        self.bury(LOOK_S)
        code = self._process.exitcode
        how = f"signal {-code}" if code is not None and code < 0 else f"exit status {code}"
        return WorkerGone(
            f"a process of the grader died ({how})", fix="is there memory enough? use fewer --jobs"
        )

    def is_dead(self) -> bool:
        return self._process.exitcode is not None

    def dismiss(self) -> None:
        if not self.is_dead():
            self._process.terminate()

    def bury(self, patience_s: float) -> None:
        self._process.join(patience_s)
        if not self.is_dead():
            self._process.kill()
            self._process.join()
        self.pipe.close()


class _Worker:
    """The same process from inside: its engines, the work, and how it ends."""

    def __init__(self, work: Callable[[Any, Engines], Any], engines: Engines) -> None:
        self.engines = engines
        self._work = work

    def do(self, item: Any) -> Any:
        """A result, or the error as one."""
        try:
            return self._work(item, self.engines)
        except GraderError as error:
            return error
        except Exception as error:
            return EngineError(f"a mistake in grader itself: {type(error).__name__}: {error}")

    def depart(self) -> NoReturn:
        """Close what is open and end, without what the parent registered for its own end."""
        never_mind()
        self.engines.close()
        os._exit(errors.EXIT_INTERRUPTED)


def _begin(
    work: Callable[[Any, Engines], Any], make: MakeEngine, serves: int, pipe: Connection,
    parents: Connection, parent: int,
) -> None:  # fmt: skip
    """A process of this machine's crew begins: a fork of the one that leads it."""
    parents.close()
    end_with_parent(signal.SIGTERM, parent)
    serve(work, make, serves, pipe)


def serve(
    work: Callable[[Any, Engines], Any], make: MakeEngine, serves: int, pipe: Connection
) -> NoReturn:
    """Work on what comes through the pipe until it ends, or SIGTERM comes; then end."""
    worker = _Worker(work, Engines(make, serves))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches us too: the parent ends us
    raise_on_sigterm(errors.EXIT_INTERRUPTED)
    with contextlib.suppress(EOFError, OSError, SystemExit):
        while True:
            pipe.send(worker.do(pipe.recv()))
    worker.depart()
