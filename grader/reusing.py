"""Boxes that serve several submissions, one after the other: only where that is asked for.

A grading that counts has a box of its own. `grader verify` grades hundreds of samples that the
author wrote, `grader batch --reuse` thousands of programs of a model, and starting a container for
each would take most of the time. So a box is kept when a submission is done with it, but only
after it was looked at: its worker still knows the secret that was planted when the box was new, its
code is what it was, and no process and no file is left. The worker looks itself, at once; the
engine's own list takes longer than a grading does. Any doubt, and the box is thrown away. A result
tells how many its box had served.
"""

import contextlib
import os
import secrets
from collections.abc import Sequence

import msgspec

from grader.boxes import Box, Engine
from grader.errors import EngineError
from grader.model import Limits, SandboxFacts
from grader.session import Canary, Session

SERVES = 40
"""How many submissions a box serves at most."""


class ReusingEngine:
    """An engine whose boxes come back; one is kept, for cases of the same limits."""

    def __init__(self, engine: Engine, serves: int = SERVES) -> None:
        self.name = engine.name
        self._engine = engine
        self._serves = serves
        self._kept: tuple[Box, Limits, int, Canary] | None = None
        self._owner = os.getpid()

    def prepare(self) -> None:
        self._engine.prepare()

    def describe(self) -> dict[str, str]:
        return self._engine.describe()

    def open(self, limits: Limits) -> "ReusedBox":
        """The kept box, if its limits are these; else a new one."""
        kept, self._kept = self._kept, None
        if kept is not None:
            box, own, served, canary = kept
            if own == limits:
                return ReusedBox(self, box, limits, served, canary)
            box.close()
        box = self._engine.open(limits)
        return ReusedBox(self, box, limits, 0, plant(box))

    def take_back(self, box: Box, limits: Limits, served: int, canary: Canary) -> None:
        """Keep a box for the next one, or throw it away."""
        ours = os.getpid() == self._owner  # a fork of us has no next one
        if ours and self._kept is None and served < self._serves and is_clean(box, canary):
            self._kept = (box, limits, served, canary)
        else:
            box.close()

    def close(self) -> None:
        if self._kept is not None:
            self._kept[0].close()
            self._kept = None
        self._engine.close()


class ReusedBox:
    """A box whose `close` gives it back."""

    def __init__(
        self, engine: ReusingEngine, box: Box, limits: Limits, served: int, canary: Canary
    ) -> None:
        self.facts: SandboxFacts = msgspec.structs.replace(box.facts, served=served)
        self.case_data_bytes = box.case_data_bytes
        self._engine = engine
        self._box = box
        self._limits = limits
        self._served = served
        self._canary = canary
        self._closed = False

    def send(self, chunks: Sequence[bytes | memoryview], deadline: float) -> None:
        self._box.send(chunks, deadline)

    def receive(self, size: int, deadline: float) -> bytearray:
        return self._box.receive(size, deadline)

    def out_of_memory(self) -> bool:
        return self._box.out_of_memory()

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            self._engine.take_back(self._box, self._limits, self._served + 1, self._canary)


def plant(box: Box) -> Canary:
    """Plant a secret in the worker of a new box; how the worker is now.

    Raises:
        EngineError: the box does not answer, or is not empty; it is closed.
    """
    canary = Session(box).canary(secrets.token_hex(16))
    if canary.left:
        box.close()
        raise EngineError(f"a new box is not empty: {', '.join(canary.left)}")
    return canary


def is_clean(box: Box, canary: Canary) -> bool:
    """Whether worker and box are as they were when `canary` was planted."""
    with contextlib.suppress(EngineError, OSError, ValueError):  # closed: its socket is none
        return Session(box).canary(secrets.token_hex(16)) == canary  # closes one that is silent
    return False
