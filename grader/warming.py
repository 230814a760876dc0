"""Boxes that were made ahead of need. Each serves one submission, as every box does that counts."""

import contextlib
import os
import time

from grader.boxes import Box, Engine
from grader.errors import EngineError
from grader.model import Limits
from grader.session import Session

STALE_S = 900.0
"""A box that waited longer is replaced, well before the sweeper takes it for a forgotten one."""
_Key = tuple[int, int]


class WarmEngine:
    """An engine that keeps up to `count` boxes ready, for cases of the limits last asked for."""

    def __init__(self, engine: Engine, count: int) -> None:
        self.name = engine.name
        self._engine = engine
        self._count = count
        self._waiting: list[tuple[_Key, float, Box]] = []
        self._wanted = Limits()
        self._owner = os.getpid()

    def prepare(self) -> None:
        self._engine.prepare()

    def describe(self) -> dict[str, str]:
        return self._engine.describe()

    def open(self, limits: Limits) -> Box:
        """A box that waits and still answers; else a new one."""
        if os.getpid() != self._owner:
            return self._engine.open(limits)  # what waits belongs to the process that forked us
        self._wanted = limits
        while (box := self._take(limits)) is not None:
            with contextlib.suppress(EngineError, OSError, ValueError):
                Session(box)  # closes the box where it does not answer
                return box
        return self._engine.open(limits)

    def warm(self) -> bool:
        """Make a box, or throw away one that nobody needs; False when there is nothing to do.

        Raises:
            EngineError: no box can be had.
        """
        key = _key(self._wanted)
        for place, (own, made, box) in enumerate(self._waiting):
            full = len(self._waiting) >= self._count
            if made + STALE_S < time.monotonic() or (own != key and full):
                del self._waiting[place]
                box.close()
                return True
        if len(self._waiting) < self._count:
            self._waiting.append((key, time.monotonic(), self._engine.open(self._wanted)))
            return True
        return False

    def drop(self) -> None:
        """Throw away every box that waits."""
        while self._waiting:
            self._waiting.pop()[2].close()

    def close(self) -> None:
        self.drop()
        self._engine.close()

    def _take(self, limits: Limits) -> Box | None:
        for place, (key, made, box) in enumerate(self._waiting):
            if key == _key(limits):
                del self._waiting[place]
                if made + STALE_S > time.monotonic():
                    return box
                box.close()
                return self._take(limits)
        return None


def _key(limits: Limits) -> _Key:
    """What of the limits a box is made with; the rest goes with each case."""
    return limits.memory_bytes, limits.threads
