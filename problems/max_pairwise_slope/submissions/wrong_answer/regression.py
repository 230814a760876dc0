"""The slope of the line of least squares."""

import numpy as np


def max_pairwise_slope(points):
    if len({x for x, _ in points}) < 2:
        return None
    x, y = np.array(points, dtype=float).T
    return float(((x - x.mean()) * (y - y.mean())).sum() / ((x - x.mean()) ** 2).sum())
