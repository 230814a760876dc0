"""Stops itself with SIGSTOP, which nobody can ignore."""

import os
import signal


class SlidingCTR:
    def __init__(self, window):
        self.window = window

    def add(self, t, item, clicked):
        pass

    def rate(self, t, item):
        os.kill(os.getpid(), signal.SIGSTOP)
        return 0.0


def replay(window, log):
    counter = SlidingCTR(window)
    return [getattr(counter, "rate" if len(entry) == 2 else "add")(*entry) for entry in log]
