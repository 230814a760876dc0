"""An exponential average with the window as its time constant instead of a window."""

import math


class SlidingCTR:
    def __init__(self, window):
        if window <= 0:
            raise ValueError
        self.window = window
        self.now = float("-inf")
        self.items = {}

    def tick(self, t):
        if t < self.now:
            raise ValueError
        self.now = t

    def add(self, t, item, clicked):
        self.tick(t)
        last, shown, clicks = self.items.get(item, (t, 0.0, 0.0))
        keep = math.exp((last - t) / self.window)
        self.items[item] = (t, shown * keep + 1, clicks * keep + bool(clicked))

    def rate(self, t, item):
        self.tick(t)
        _, shown, clicks = self.items.get(item, (t, 0.0, 0.0))
        return clicks / shown if shown else 0.0


def replay(window, log):
    c = SlidingCTR(window)
    out = []
    for e in log:
        if len(e) == 3:
            c.add(*e)
        else:
            out.append(c.rate(*e))
    return out
