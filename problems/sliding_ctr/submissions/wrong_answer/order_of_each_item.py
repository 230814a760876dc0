"""The order is checked for each item by itself."""

from collections import deque


class SlidingCTR:
    def __init__(self, window):
        if window <= 0:
            raise ValueError("the window must be longer than 0")
        self._window = window
        self._last = {}
        self._events = deque()
        self._shown = {}
        self._clicks = {}

    def _move_to(self, t, item):
        last = self._last.get(item, t)
        if t < last:
            raise ValueError("time runs backwards")
        self._last[item] = t
        edge = t - self._window
        events, shown, clicks = self._events, self._shown, self._clicks
        while events and events[0][0] <= edge:
            _, old, clicked = events.popleft()
            shown[old] -= 1
            if clicked:
                clicks[old] -= 1

    def add(self, t, item, clicked):
        self._move_to(t, item)
        self._events.append((t, item, clicked))
        self._shown[item] = self._shown.get(item, 0) + 1
        if clicked:
            self._clicks[item] = self._clicks.get(item, 0) + 1

    def rate(self, t, item):
        self._move_to(t, item)
        shown = self._shown.get(item, 0)
        return self._clicks.get(item, 0) / shown if shown else 0.0


def replay(window, log):
    counter = SlidingCTR(window)
    answers = []
    for entry in log:
        if len(entry) == 3:
            counter.add(*entry)
        else:
            answers.append(counter.rate(*entry))
    return answers
