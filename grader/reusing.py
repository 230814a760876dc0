"""Boxes that serve several submissions, one after the other: only where that is asked for.

A grading that counts has a box of its own. `grader verify` grades hundreds of samples that the
author wrote, `grader batch --reuse` thousands of programs of a model, and starting a container for
each would take most of the time. So a box is kept when a submission is done with it, but only
after it was looked at: its worker answers afresh, and no process but the worker and its next child
is left in it. Any doubt, and the box is thrown away. A result tells how many its box had served.
"""

import contextlib
import os
from collections.abc import Sequence

import msgspec

from grader.boxes import Box, Engine
from grader.errors import EngineError
from grader.model import Limits, SandboxFacts
from grader.session import Session

SERVES = 40
"""How many submissions a box serves at most."""
PROCESSES = 2
"""The worker, and the child that waits for the next case."""


class ReusingEngine:
    """An engine whose boxes come back; one is kept, for cases of the same limits."""

    def __init__(self, engine: Engine, serves: int = SERVES) -> None:
        self.name = engine.name
        self._engine = engine
        self._serves = serves
        self._kept: tuple[Box, Limits, int] | None = None
        self._owner = os.getpid()

    def prepare(self) -> None:
        self._engine.prepare()

    def describe(self) -> dict[str, str]:
        return self._engine.describe()

    def open(self, limits: Limits) -> "ReusedBox":
        """The kept box, if its limits are these; else a new one."""
        kept, self._kept = self._kept, None
        if kept is not None:
            box, own, served = kept
            if own == limits:
                return ReusedBox(self, box, limits, served)
            box.close()
        return ReusedBox(self, self._engine.open(limits), limits, 0)

    def take_back(self, box: Box, limits: Limits, served: int) -> None:
        """Keep a box for the next one, or throw it away."""
        ours = os.getpid() == self._owner  # a fork of us has no next one
        if ours and self._kept is None and served < self._serves and is_clean(box):
            self._kept = (box, limits, served)
        else:
            box.close()

    def close(self) -> None:
        if self._kept is not None:
            self._kept[0].close()
            self._kept = None
        self._engine.close()


class ReusedBox:
    """A box whose `close` gives it back."""

    def __init__(self, engine: ReusingEngine, box: Box, limits: Limits, served: int) -> None:
        self.facts: SandboxFacts = msgspec.structs.replace(box.facts, served=served)
        self.case_data_bytes = box.case_data_bytes
        self._engine = engine
        self._box = box
        self._limits = limits
        self._served = served
        self._closed = False

    def send(self, chunks: Sequence[bytes | memoryview], deadline: float) -> None:
        self._box.send(chunks, deadline)

    def receive(self, size: int, deadline: float) -> bytearray:
        return self._box.receive(size, deadline)

    def out_of_memory(self) -> bool:
        return self._box.out_of_memory()

    def processes(self) -> int | None:
        return self._box.processes()

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            self._engine.take_back(self._box, self._limits, self._served + 1)


def is_clean(box: Box) -> bool:
    """Whether the worker answers as a new one would, and nothing else is left in the box."""
    with contextlib.suppress(EngineError, OSError, ValueError):  # closed: its socket is none
        session = Session(box)  # closes the box where it does not answer
        session.end()
        count = box.processes()
        return count is not None and count <= PROCESSES
    return False
