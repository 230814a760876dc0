"""y are cut to the type of x."""

import numpy as np


def max_pairwise_slope(points):
    xs = np.array([p[0] for p in points])
    if len(xs) == 0:
        return None
    ys = np.array([p[1] for p in points], dtype=xs.dtype)
    o = np.lexsort((-ys, xs))
    dx, dy = np.diff(xs[o]), np.diff(ys[o])
    ok = dx > 0
    return float((dy[ok] / dx[ok]).max()) if ok.any() else None
