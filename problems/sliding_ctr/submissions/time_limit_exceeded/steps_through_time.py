"""Walks from event to now in tiny steps instead of comparing the two times."""


class SlidingCTR:
    def __init__(self, window):
        if window <= 0:
            raise ValueError
        self.window = window
        self.now = float("-inf")
        self.events = []

    def tick(self, t):
        if t < self.now:
            raise ValueError
        self.now = t

    def inside(self, s, t):
        age = 0.0
        while s + age < t:
            age += 1e-8
        return age < self.window

    def add(self, t, item, clicked):
        self.tick(t)
        self.events.append((t, item, clicked))

    def rate(self, t, item):
        self.tick(t)
        kept = [c for s, i, c in self.events if i == item and self.inside(s, t)]
        return sum(kept) / len(kept) if kept else 0.0


def replay(window, log):
    c = SlidingCTR(window)
    out = []
    for e in log:
        if len(e) == 3:
            c.add(*e)
        else:
            out.append(c.rate(*e))
    return out
