"""numpy, one point against all the others at a time."""

import numpy as np


def max_pairwise_slope(points):
    if len(points) < 2:
        return None
    x, y = np.array(points, dtype=float).T.copy()
    best = -np.inf
    for i in range(len(x) - 1):
        dx = x[i + 1 :] - x[i]
        other = dx != 0
        if other.any():
            best = max(best, ((y[i + 1 :][other] - y[i]) / dx[other]).max())
    return None if best == -np.inf else float(best)
