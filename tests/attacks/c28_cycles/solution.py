"""No garbage collection, and cycles in every call."""

import gc


class SlidingCTR:
    def __init__(self, window):
        gc.disable()

    def add(self, t, item, clicked):
        cycle = [b"x" * (32 << 20)]
        cycle.append(cycle)

    def rate(self, t, item):
        for _ in range(99):
            self.add(t, item, 0)
        return 0.5


def replay(window, log):
    counter = SlidingCTR(window)
    return [getattr(counter, "rate" if len(entry) == 2 else "add")(*entry) for entry in log]
