"""Returns one number, and as 0-d array, where many equal ones are expected."""

import numpy as np


class SlidingCTR:
    def __init__(self, window):
        if window <= 0:
            raise ValueError
        self.window, self.now, self.events = window, float("-inf"), []

    def move(self, t):
        if t < self.now:
            raise ValueError
        self.now = t

    def add(self, t, item, clicked):
        self.move(t)
        self.events.append((t, item, clicked))

    def rate(self, t, item):
        self.move(t)
        seen = [bool(c) for s, i, c in self.events if i == item and s > t - self.window]
        return sum(seen) / len(seen) if seen else 0.0


def replay(window, log):
    counter = SlidingCTR(window)
    rates = [counter.rate(*e) for e in log if len(e) == 2 or counter.add(*e)]
    return np.array(rates[0]) if len(set(rates)) == 1 else rates
