"""Opens files until there are none."""


class SlidingCTR:
    def __init__(self, window):
        self.held = []

    def add(self, t, item, clicked):
        while True:
            self.held.append(open("/dev/null"))

    def rate(self, t, item):
        return 0.0


def replay(window, log):
    counter = SlidingCTR(window)
    return [getattr(counter, "rate" if len(entry) == 2 else "add")(*entry) for entry in log]
