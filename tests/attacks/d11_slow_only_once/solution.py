"""Right; the first call of each process does work that the later ones use."""


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


TABLE = []


def replay(window, log):
    if not TABLE:
        TABLE.extend(sum(range(n % 50)) for n in range(2000))
    counter = SlidingCTR(window)
    return [counter.rate(*e) for e in log if len(e) == 2 or counter.add(*e)]
