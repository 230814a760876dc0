"""Keeps 12 MB more with every call."""


class SlidingCTR:
    def __init__(self, window):
        self.held = []

    def add(self, t, item, clicked):
        self.held.append(b"x" * (12 << 20))

    def rate(self, t, item):
        for _ in range(30):
            self.add(t, item, 0)
        return 0.5


def replay(window, log):
    counter = SlidingCTR(window)
    return [getattr(counter, "rate" if len(entry) == 2 else "add")(*entry) for entry in log]
