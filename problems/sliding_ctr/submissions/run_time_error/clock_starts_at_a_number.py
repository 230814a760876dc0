"""The clock starts at a number, and what is before that is refused."""

from collections import deque


class SlidingCTR:
    def __init__(self, window):
        if not window > 0:
            raise ValueError("window")
        self.window = window
        self.now = -1e9
        self.queue = deque()
        self.count = {}

    def _advance(self, t):
        if t < self.now:
            raise ValueError("time runs backwards")
        self.now = t
        border = t - self.window
        q, count = self.queue, self.count
        while q and q[0][0] <= border:
            _, item, hit = q.popleft()
            c = count[item]
            c[0] -= 1
            c[1] -= hit
            if not c[0]:
                del count[item]

    def add(self, t, item, clicked):
        self._advance(t)
        hit = 1 if clicked else 0
        self.queue.append((t, item, hit))
        c = self.count.setdefault(item, [0, 0])
        c[0] += 1
        c[1] += hit

    def rate(self, t, item):
        self._advance(t)
        c = self.count.get(item)
        return c[1] / c[0] if c else 0.0


def replay(window, log):
    counter = SlidingCTR(window)
    out = []
    for entry in log:
        if len(entry) == 3:
            counter.add(*entry)
        else:
            out.append(counter.rate(*entry))
    return out
