"""With many items those go that were idle for half a window."""

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
        if len(self.log) > 200:
            self.log = {i: r for i, r in self.log.items() if r[0] and r[0][-1] > t - self.window / 2 or i == item}
        times.append(t)
        cum.append(cum[-1] + bool(clicked))
        if len(times) > 64 and times[len(times) // 2] <= t - self.window:
            k = bisect_right(times, t - self.window)
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
