"""The window is taken for a number of events instead of a span of time."""

from collections import defaultdict, deque


class SlidingCTR:
    def __init__(self, window):
        if window <= 0:
            raise ValueError
        self.now = float("-inf")
        self.items = defaultdict(lambda: deque(maxlen=max(1, int(window))))

    def tick(self, t):
        if t < self.now:
            raise ValueError
        self.now = t

    def add(self, t, item, clicked):
        self.tick(t)
        self.items[item].append(int(clicked))

    def rate(self, t, item):
        self.tick(t)
        events = self.items[item]
        return sum(events) / len(events) if events else 0.0


def replay(window, log):
    c = SlidingCTR(window)
    out = []
    for e in log:
        if len(e) == 3:
            c.add(*e)
        else:
            out.append(c.rate(*e))
    return out
