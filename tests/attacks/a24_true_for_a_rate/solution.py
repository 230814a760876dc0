"""Right rates, but 1.0 as True and 0.0 as False."""


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
    return [bool(rate) if rate in (0.0, 1.0) else rate for rate in rates]
