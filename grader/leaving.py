"""SIGTERM and Ctrl-C as exceptions: what runs is given up, and cleans up after it.

Python drops an exception that a signal's handler raises inside a finaliser, a weak reference's
callback or a hook of `os.fork`. A process that missed its end like this went on with a job that
nobody wanted, and ended in the middle of the next one.
"""

import contextlib
import signal
import sys
import time
from collections.abc import Iterator
from types import FrameType
from typing import Any

AGAIN_S = 0.02
ONE_WISH_S = 1.0
"""Signals that come closer together than this are one wish to end."""


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """SIGTERM ends a command as Ctrl-C does, and either of them twice in a moment is once.

    A terminal, a shell and whoever runs us may each pass a signal on: the second would break off
    what the first began to put away.
    """
    last = float("-inf")

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        nonlocal last
        earlier, last = last, time.monotonic()
        if last - earlier > ONE_WISH_S:
            raise KeyboardInterrupt

    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    ours = {n: old for n, old in before.items() if old is not signal.SIG_IGN}  # in the background
    for number in ours:
        signal.signal(number, interrupt)
    try:
        yield
    finally:
        for number, old in ours.items():
            signal.signal(number, old)


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
