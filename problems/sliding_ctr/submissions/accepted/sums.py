"""Running sums of each item and a binary search: fast, and nothing is ever forgotten."""

from bisect import bisect_right
from collections import defaultdict


class SlidingCTR:
    def __init__(self, window):
        if not window > 0:
            raise ValueError("the window must be longer than 0")
        self.window = window
        self.now = float("-inf")
        self.items = defaultdict(lambda: ([], [0]))

    def _tick(self, t):
        if t < self.now:
            raise ValueError("time runs backwards")
        self.now = t

    def add(self, t, item, clicked):
        self._tick(t)
        times, clicks = self.items[item]
        times.append(t)
        clicks.append(clicks[-1] + (1 if clicked else 0))

    def rate(self, t, item):
        self._tick(t)
        if item not in self.items:
            return 0.0
        times, clicks = self.items[item]
        first = bisect_right(times, t - self.window)
        shown = len(times) - first
        return (clicks[-1] - clicks[first]) / shown if shown else 0.0


def replay(window, log):
    counter = SlidingCTR(window)
    answers = []
    for entry in log:
        if len(entry) == 3:
            counter.add(entry[0], entry[1], entry[2])
        else:
            answers.append(counter.rate(entry[0], entry[1]))
    return answers
