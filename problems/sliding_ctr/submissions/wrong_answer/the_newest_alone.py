"""Of each item the newest thousand events at most are kept."""

from bisect import bisect_right


class SlidingCTR:
    def __init__(self, window):
        if not window > 0:
            raise ValueError("window")
        self.window = window
        self.now = None
        self.log = {}  # item -> [times, clicks before each, start]

    def _tick(self, t):
        if self.now is not None and t < self.now:
            raise ValueError("time runs backwards")
        self.now = t

    def add(self, t, item, clicked):
        self._tick(t)
        times, cum = self.log.setdefault(item, ([], [0]))
        times.append(t)
        cum.append(cum[-1] + bool(clicked))
        if len(times) > 1000:
            k = 500
            del times[:k], cum[:k]

    def rate(self, t, item):
        self._tick(t)
        if item not in self.log:
            return 0.0
        times, cum = self.log[item]
        k = bisect_right(times, t - self.window)
        n = len(times) - k
        return (cum[-1] - cum[k]) / n if n else 0.0


def replay(window, log):
    c = SlidingCTR(window)
    out = []
    for e in log:
        if len(e) == 3:
            c.add(*e)
        else:
            out.append(c.rate(*e))
    return out
