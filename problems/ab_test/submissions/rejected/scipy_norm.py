"""Lets a library know the normal distribution."""

from scipy.stats import norm


def ab_test(c1, n1, c2, n2):
    r = (c1 + c2) / (n1 + n2)
    z = (c2 / n2 - c1 / n1) / (r * (1 - r) * (1 / n1 + 1 / n2)) ** 0.5
    return z, 2 * norm.sf(abs(z))
