"""Events at the time of the question itself are left out."""


class SlidingCTR:
    def __init__(self, window):
        if window <= 0:
            raise ValueError("the window must be longer than 0")
        self.window = window
        self.now = None
        self.events = []

    def _tick(self, t):
        if self.now is not None and t < self.now:
            raise ValueError("time runs backwards")
        self.now = t

    def add(self, t, item, clicked):
        self._tick(t)
        self.events.append((t, item, bool(clicked)))

    def rate(self, t, item):
        self._tick(t)
        seen = [clicked for s, name, clicked in self.events if name == item and t - self.window < s < t]
        return sum(seen) / len(seen) if seen else 0.0


def replay(window, log):
    counter = SlidingCTR(window)
    answers = []
    for entry in log:
        if len(entry) == 3:
            counter.add(*entry)
        else:
            answers.append(counter.rate(*entry))
    return answers
