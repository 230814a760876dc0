"""Does not think of equal x."""

from itertools import combinations


def max_pairwise_slope(points):
    return max(((q[1] - p[1]) / (q[0] - p[0]) for p, q in combinations(points, 2)), default=None)
