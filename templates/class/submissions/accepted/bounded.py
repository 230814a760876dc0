"""A queue that forgets by itself: another way to the same answers."""

from collections import deque


class NewProblem:
    def __init__(self, size):
        if size < 1:
            raise ValueError("a window has at least one value")
        self.window = deque(maxlen=size)

    def add(self, value):
        self.window.append(value)

    def mean(self):
        if not self.window:
            raise ValueError("no value yet")
        return sum(self.window) / len(self.window)
