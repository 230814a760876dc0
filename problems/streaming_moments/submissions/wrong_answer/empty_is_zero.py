"""Mean and variance of nothing are 0."""

import math


class StreamingMoments:
    def __init__(self):
        self.n = 0
        self.m = 0.0
        self.m2 = 0.0

    def push(self, x):
        if not math.isfinite(x):
            raise ValueError("not a finite number")
        self.n += 1
        delta = x - self.m
        self.m += delta / self.n
        self.m2 += delta * (x - self.m)

    def merge(self, other):
        if other.n == 0:
            return
        n = self.n + other.n
        delta = other.m - self.m
        self.m2 += other.m2 + delta * delta * self.n * other.n / n
        self.m += delta * other.n / n
        self.n = n

    def mean(self):
        if self.n == 0:
            return 0.0
        return self.m

    def var(self):
        if self.n == 0:
            return 0.0
        return self.m2 / self.n
