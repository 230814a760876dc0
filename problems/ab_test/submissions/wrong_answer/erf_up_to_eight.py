"""Small p right to a millionth of its size: 1 - erf is used up to |z| = 8, too far."""

import math


def ab_test(c1, n1, c2, n2):
    if n1 < 1 or n2 < 1 or c1 < 0 or c2 < 0 or c1 > n1 or c2 > n2:
        raise ValueError("bad counts")
    s, n = c1 + c2, n1 + n2
    if s == 0 or s == n:
        return 0.0, 1.0
    z = (c2 * n1 - c1 * n2) / math.sqrt(n1 * n2 * s * (n - s) / n)
    a = abs(z) / math.sqrt(2)
    if abs(z) < 8:
        p = 1.0 - math.erf(a)
    else:
        p = math.erfc(a)     # far out 1 - erf would be 0
    return z, p
