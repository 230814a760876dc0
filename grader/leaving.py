"""SIGTERM as an exception that does not get lost: what runs is given up, and cleans up after it.

Python drops an exception that a signal's handler raises inside a finaliser, a weak reference's
callback or a hook of `os.fork`. A process that missed its end like this went on with a job that
nobody wanted, and ended in the middle of the next one.
"""

import contextlib
import signal
import sys
from collections.abc import Iterator
from types import FrameType
from typing import Any

AGAIN_S = 0.02


def raise_on_sigterm(code: int) -> None:
    """From now on SIGTERM raises SystemExit(code) here, once, and again where it was dropped."""

    def leave(_signal: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # it may come from more than one side
        raise SystemExit(code)

    def dropped(what: Any) -> None:
        if what.exc_type is SystemExit:
            signal.setitimer(signal.ITIMER_REAL, AGAIN_S)
        else:
            sys.__unraisablehook__(what)

    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGALRM, leave)
    sys.unraisablehook = dropped


def never_mind() -> None:
    """From now on SIGTERM is ignored: this process cleans up and ends by itself."""
    signal.setitimer(signal.ITIMER_REAL, 0)
    for number in (signal.SIGTERM, signal.SIGALRM):
        signal.signal(number, signal.SIG_IGN)


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """SIGTERM waits for the end of the block: what is made in it would be known to nobody."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGALRM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGALRM})
