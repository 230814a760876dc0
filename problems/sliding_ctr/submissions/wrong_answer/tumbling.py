"""Windows that follow one another instead of one that slides: counts start anew at each multiple."""

from collections import Counter


class SlidingCTR:
    def __init__(self, window):
        if window <= 0:
            raise ValueError
        self.window = window
        self.now = float("-inf")
        self.slot = None
        self.shown = Counter()
        self.clicks = Counter()

    def tick(self, t):
        if t < self.now:
            raise ValueError
        self.now = t
        if t // self.window != self.slot:
            self.slot = t // self.window
            self.shown.clear()
            self.clicks.clear()

    def add(self, t, item, clicked):
        self.tick(t)
        self.shown[item] += 1
        self.clicks[item] += bool(clicked)

    def rate(self, t, item):
        self.tick(t)
        return self.clicks[item] / self.shown[item] if self.shown[item] else 0.0


def replay(window, log):
    c = SlidingCTR(window)
    out = []
    for e in log:
        if len(e) == 3:
            c.add(*e)
        else:
            out.append(c.rate(*e))
    return out
