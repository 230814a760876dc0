"""Rounded to four decimals."""

import math


def ab_test(c1, n1, c2, n2):
    if n1 < 1 or n2 < 1 or c1 < 0 or c2 < 0 or c1 > n1 or c2 > n2:
        raise ValueError("counts that cannot be")
    pooled = (c1 + c2) / (n1 + n2)
    if pooled == 0 or pooled == 1:
        return 0.0, 1.0
    z = (c2 / n2 - c1 / n1) / math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    return round(z, 4), round(math.erfc(abs(z) / math.sqrt(2)), 4)
