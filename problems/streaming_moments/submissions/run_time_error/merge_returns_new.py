"""A merge returns a new object and changes none."""

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
        self, first = StreamingMoments(), self
        self.n, self.m, self.m2 = first.n, first.m, first.m2
        n = self.n + other.n or 1
        delta = other.m - self.m
        self.m2 += other.m2 + delta * delta * self.n * other.n / n
        self.m += delta * other.n / n
        self.n = n
        return None

    def mean(self):
        if self.n == 0:
            raise ValueError("no numbers")
        return self.m

    def var(self):
        if self.n == 0:
            raise ValueError("no numbers")
        return self.m2 / self.n
