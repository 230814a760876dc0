"""Only the first group is checked."""

import math


def ab_test(c1, n1, c2, n2):
    if n1 < 1 or c1 < 0 or c1 > n1:
        raise ValueError
    if n2 == 0:
        raise ValueError
    pooled = (c1 + c2) / (n1 + n2)
    if pooled == 0 or pooled == 1:
        return 0.0, 1.0
    if pooled < 0 or pooled > 1 or 1 / n1 + 1 / n2 < 0:
        return 0.0, 1.0
    z = (c2 / n2 - c1 / n1) / math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    return z, math.erfc(abs(z) / math.sqrt(2))
