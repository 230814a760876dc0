"""z from whole numbers; the tail by a series near 0, by a continued fraction farther out."""

import math
from fractions import Fraction


def tail(x):
    """P(|Z| >= x)."""
    if x < 3:
        term = total = x
        k = 0
        while abs(term) > 1e-18 * abs(total):
            k += 1
            term *= x * x / (2 * k + 1)
            total += term
        return 1 - 2 * total * math.exp(-x * x / 2) / math.sqrt(2 * math.pi)
    f = 0.0
    for k in range(200, 0, -1):
        f = k / (x + f)
    return 2 * math.exp(-x * x / 2) / math.sqrt(2 * math.pi) / (x + f)


def ab_test(c1, n1, c2, n2):
    for clicks, users in ((c1, n1), (c2, n2)):
        if users < 1 or not 0 <= clicks <= users:
            raise ValueError("counts that cannot be")
    clicks, users = c1 + c2, n1 + n2
    if clicks in (0, users):
        return 0.0, 1.0
    difference = c2 * n1 - c1 * n2
    # z² = (c2 n1 - c1 n2)² N / (n1 n2 c (N - c))
    square = Fraction(difference * difference * users, n1 * n2 * clicks * (users - clicks))
    z = math.copysign(math.sqrt(square), difference)
    return z, tail(abs(z))
