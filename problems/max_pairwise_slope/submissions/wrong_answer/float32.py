"""Holds the coordinates as float32."""

import numpy as np


def max_pairwise_slope(points):
    if len(points) < 2:
        return None
    x, y = np.array(points, dtype=np.float32).T
    with np.errstate(all="ignore"):
        slopes = (y[:, None] - y) / (x[:, None] - x)
    slopes = slopes[x[:, None] != x]
    return float(slopes.max()) if slopes.size else None
