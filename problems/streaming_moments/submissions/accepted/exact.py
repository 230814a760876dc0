"""Exact sums as fractions: nothing is rounded before the very end."""

import math
from fractions import Fraction


class StreamingMoments:
    def __init__(self):
        self.count = 0
        self.total = Fraction(0)
        self.squares = Fraction(0)

    def push(self, x):
        x = float(x) if not isinstance(x, int) else x
        if not math.isfinite(x):
            raise ValueError("not a finite number")
        exact = Fraction(x)
        self.count += 1
        self.total += exact
        self.squares += exact * exact

    def merge(self, other):
        count, total, squares = other.count, other.total, other.squares
        self.count += count
        self.total += total
        self.squares += squares

    def mean(self):
        if self.count == 0:
            raise ValueError("no numbers")
        return float(self.total / self.count)

    def var(self):
        if self.count == 0:
            raise ValueError("no numbers")
        mean = self.total / self.count
        return float(self.squares / self.count - mean * mean)
