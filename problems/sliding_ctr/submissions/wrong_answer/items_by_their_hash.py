"""Items are kept by their hash, which -1 and -2 share."""

from collections import deque


class SlidingCTR:
    def __init__(self, window):
        if not window > 0:
            raise ValueError("window")
        self.window = window
        self.now = None
        self.queue = deque()
        self.count = {}

    def _advance(self, t):
        if self.now is not None and t < self.now:
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
        item = (type(item), hash(item))      # short keys, not the strings
        self.queue.append((t, item, hit))
        c = self.count.setdefault(item, [0, 0])
        c[0] += 1
        c[1] += hit

    def rate(self, t, item):
        self._advance(t)
        c = self.count.get((type(item), hash(item)))
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
