"""A polynomial for Φ from a handbook, right to seven decimals only."""

import math


def ab_test(c1, n1, c2, n2):
    if n1 < 1 or n2 < 1 or c1 < 0 or c2 < 0 or c1 > n1 or c2 > n2:
        raise ValueError("counts that cannot be")
    pooled = (c1 + c2) / (n1 + n2)
    if pooled == 0 or pooled == 1:
        return 0.0, 1.0
    z = (c2 / n2 - c1 / n1) / math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    t = 1 / (1 + 0.2316419 * abs(z))
    s = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
    return z, 2 * math.exp(-z * z / 2) / math.sqrt(2 * math.pi) * s
