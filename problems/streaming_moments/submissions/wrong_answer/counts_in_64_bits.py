"""Counts in 64 bits, and products of them."""

import math
import numpy as np


class StreamingMoments:
    def __init__(self):
        self.n = np.int64(0)
        self.mu = 0.0
        self.m2 = 0.0

    def push(self, x):
        x = float(x)
        if not math.isfinite(x):
            raise ValueError("not finite")
        self.n += 1
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
        self.m2 += other.m2 + (na * nb) / n * d * d
        self.n = n

    def mean(self):
        if self.n == 0:
            raise ValueError("nothing seen")
        return self.mu

    def var(self):
        if self.n == 0:
            raise ValueError("nothing seen")
        return self.m2 / self.n
