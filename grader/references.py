"""Boxes for reference solutions, warm from one grading to the next.

No candidate's code is ever in one: their children inherit neither a reference's source nor its
answers, and a reference's child nothing of a candidate's.
"""

import contextlib
import time
from collections.abc import Iterator

from grader.boxes import Box, Engine
from grader.contenders import WrongOnLargeInput
from grader.model import Limits, Problem
from grader.session import Session

LASTS_S = 1800.0
"""A box that is older is made anew: well before a sweeper may take it for forgotten."""


class References:
    """At most one kept box, for problems of the same limits."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._kept: tuple[Session, Limits, float] | None = None

    @contextlib.contextmanager
    def lend(self, problem: Problem) -> Iterator[Session]:
        """A session for the problem's references; whatever goes wrong in it is its end.

        Raises:
            EngineError: no box can be had.
        """
        session, since = self._session(problem.limits)
        kept = False
        try:
            yield session
            kept = True
        except WrongOnLargeInput:
            kept = True  # that is the submission's affair
            raise
        finally:
            if kept:
                self._kept = (session, problem.limits, since)
            else:
                session.close()

    def _session(self, limits: Limits) -> tuple[Session, float]:
        def another() -> Box:
            return self._engine.open(limits)

        kept, self._kept = self._kept, None
        if kept is not None:
            session, own, since = kept
            if own == limits and time.monotonic() - since < LASTS_S:
                return session, since
            session.close()
        return Session(another(), another), time.monotonic()

    def close(self) -> None:
        """Throw the kept box away."""
        if self._kept is not None:
            self._kept[0].close()
            self._kept = None
