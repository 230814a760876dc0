"""Sums of distances from the first number that was seen."""

import numpy as np


class StreamingMoments:
    def __init__(self):
        self.origin = None
        self.state = np.zeros(3)  # how many, their sum, the sum of their squares: all from the origin

    def push(self, x):
        if not np.isfinite(x):
            raise ValueError("bad number")
        if self.origin is None:
            self.origin = float(x)
        d = float(x) - self.origin
        self.state += [1, d, d * d]

    def merge(self, other):
        if other.origin is None:
            return
        if self.origin is None:
            self.origin = other.origin
        n, s, q = other.state
        d = other.origin - self.origin
        self.state = self.state + np.array([n, s + n * d, q + 2 * d * s + n * d * d])

    def mean(self):
        if self.origin is None:
            raise ValueError("bad")
        return self.origin + self.state[1] / self.state[0]

    def var(self):
        if self.origin is None:
            raise ValueError("bad")
        n, s, q = self.state
        return max(0.0, q / n - (s / n) ** 2)
