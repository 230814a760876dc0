"""The state belongs to the class."""

import math


class StreamingMoments:
    s = {'n': 0, 'm': 0.0, 'm2': 0.0}

    def __init__(self):
        pass

    n = property(lambda self: self.s['n'], lambda self, v: self.s.__setitem__('n', v))
    m = property(lambda self: self.s['m'], lambda self, v: self.s.__setitem__('m', v))
    m2 = property(lambda self: self.s['m2'], lambda self, v: self.s.__setitem__('m2', v))

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
            raise ValueError("no numbers")
        return self.m

    def var(self):
        if self.n == 0:
            raise ValueError("no numbers")
        return self.m2 / self.n
