"""A queue for each item, trimmed whenever the item is touched."""

from collections import defaultdict, deque


class Window:
    def __init__(self):
        self.events = deque()
        self.clicks = 0

    def trim(self, edge):
        while self.events and self.events[0][0] <= edge:
            self.clicks -= self.events.popleft()[1]


class SlidingCTR:
    def __init__(self, window):
        if window <= 0:
            raise ValueError("bad window")
        self.window = window
        self.latest = None
        self.items = defaultdict(Window)

    def check(self, t):
        if self.latest is not None and t < self.latest:
            raise ValueError(f"{t} is before {self.latest}")
        self.latest = t

    def add(self, t, item, clicked):
        self.check(t)
        window = self.items[item]
        window.trim(t - self.window)
        window.events.append((t, int(clicked)))
        window.clicks += int(clicked)

    def rate(self, t, item):
        self.check(t)
        window = self.items.get(item)
        if window is None:
            return 0.0
        window.trim(t - self.window)
        if not window.events:
            del self.items[item]
            return 0.0
        return window.clicks / len(window.events)


def replay(window, log):
    ctr = SlidingCTR(window)
    return [
        result
        for result in (ctr.add(*e) if len(e) == 3 else ctr.rate(*e) for e in log)
        if result is not None
    ]
