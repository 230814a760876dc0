"""Infinities, and numbers that JSON does not have."""


class SlidingCTR:
    def __init__(self, window):
        self.window = window

    def add(self, t, item, clicked):
        pass

    def rate(self, t, item):
        return [float("nan"), float("inf"), -float("inf"), 1e400, -0.0, 5e-324][int(t) % 6]


def replay(window, log):
    counter = SlidingCTR(window)
    return [getattr(counter, "rate" if len(entry) == 2 else "add")(*entry) for entry in log]
