"""Reads /dev/zero to its end."""


class SlidingCTR:
    def __init__(self, window):
        self.held = open("/dev/zero", "rb").read()

    def add(self, t, item, clicked):
        pass

    def rate(self, t, item):
        return 0.0


def replay(window, log):
    counter = SlidingCTR(window)
    return [getattr(counter, "rate" if len(entry) == 2 else "add")(*entry) for entry in log]
