"""Returns the slope and the two points that hold it."""

from itertools import combinations


def max_pairwise_slope(points):
    slopes = [((q[1] - p[1]) / (q[0] - p[0]), p, q) for p, q in combinations(points, 2) if p[0] != q[0]]
    return max(slopes) if slopes else None
