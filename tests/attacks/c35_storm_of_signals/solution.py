"""Right, under a storm of timer signals."""

import signal


signal.signal(signal.SIGALRM, lambda *_: None)
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)


class SlidingCTR:
    def __init__(self, window):
        if window <= 0:
            raise ValueError("there is no window")
        self.window, self.last, self.events = window, float("-inf"), []

    def at(self, t):
        if t < self.last:
            raise ValueError("time runs backwards")
        self.last = t

    def add(self, t, item, clicked):
        self.at(t)
        self.events.append((t, item, bool(clicked)))

    def rate(self, t, item):
        self.at(t)
        seen = [c for s, i, c in self.events if i == item and t - self.window < s <= t]
        return sum(seen) / len(seen) if seen else 0.0


def replay(window, log):
    counter = SlidingCTR(window)
    answers = [counter.add(*entry) if len(entry) == 3 else counter.rate(*entry) for entry in log]
    return [answer for entry, answer in zip(log, answers) if len(entry) == 2]
