"""What is a very small part of all is not merged."""

import math


class StreamingMoments:
    def __init__(self):
        self.n = 0
        self.mu = 0.0
        self.m2 = 0.0

    def push(self, x):
        if not math.isfinite(x):
            raise ValueError("not finite")
        self.n += 1
        d = x - self.mu
        self.mu += d / self.n
        self.m2 += d * (x - self.mu)

    def merge(self, other):
        if other.n == 0:
            return
        if self.n == 0:
            self.n, self.mu, self.m2 = other.n, other.mu, other.m2
            return
        if other.n < 1e-9 * self.n:      # nothing that could be seen
            self.n += other.n
            return
        n = self.n + other.n
        d = other.mu - self.mu
        self.m2 += other.m2 + d * d * (self.n * other.n / n)
        self.mu += d * (other.n / n)
        self.n = n

    def mean(self):
        if self.n == 0:
            raise ValueError("empty")
        return self.mu

    def var(self):
        if self.n == 0:
            raise ValueError("empty")
        return self.m2 / self.n
