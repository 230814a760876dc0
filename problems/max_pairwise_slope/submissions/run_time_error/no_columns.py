"""Unpacks the columns of an empty array."""

import numpy as np


def max_pairwise_slope(points):
    x, y = np.array(points, dtype=float).T
    if len(np.unique(x)) < 2:
        return None
    slopes = [((y[x == b].max() - y[x == a].min()) / (b - a)) for a in x for b in x if a < b]
    return max(slopes)
