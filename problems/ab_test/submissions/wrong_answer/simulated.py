"""p by drawing random clicks."""

import numpy as np


def ab_test(c1, n1, c2, n2):
    if n1 < 1 or n2 < 1 or not 0 <= c1 <= n1 or not 0 <= c2 <= n2:
        raise ValueError
    r = (c1 + c2) / (n1 + n2)
    if r in (0, 1):
        return 0.0, 1.0
    z = (c2 / n2 - c1 / n1) / (r * (1 - r) * (1 / n1 + 1 / n2)) ** 0.5
    draws = np.random.default_rng(0).normal(size=20_000)
    return z, float((abs(draws) >= abs(z)).mean())
