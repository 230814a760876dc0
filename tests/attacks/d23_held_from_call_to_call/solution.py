"""Holds 160 MB since one call and touches 130 MB in the next: the limit is 256 MB."""


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


class SlidingCTR(SlidingCTR):
    def rate(self, t, item):
        if self.window == 4 and t == 3:
            self.held = bytearray(b"x") * (160 << 20)
        if self.window == 4 and t == 5:
            more = bytearray(b"x") * (130 << 20)
        return super().rate(t, item)


def replay(window, log):
    counter = SlidingCTR(window)
    return [counter.rate(*e) for e in log if len(e) == 2 or counter.add(*e)]
