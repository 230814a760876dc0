"""Mean of the squares less the square of the mean."""

import math


class StreamingMoments:
    def __init__(self):
        self.n, self.s, self.q = 0, 0.0, 0.0

    def push(self, x):
        if not math.isfinite(x):
            raise ValueError
        self.n += 1
        self.s += x
        self.q += float(x) * x

    def merge(self, other):
        self.n, self.s, self.q = self.n + other.n, self.s + other.s, self.q + other.q

    def mean(self):
        if not self.n:
            raise ValueError
        return self.s / self.n

    def var(self):
        if not self.n:
            raise ValueError
        return max(0.0, self.q / self.n - self.mean() ** 2)
