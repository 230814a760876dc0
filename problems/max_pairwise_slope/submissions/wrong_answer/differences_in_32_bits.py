"""Differences in 32 bits."""

import numpy as np


def max_pairwise_slope(points):
    if not points:
        return None
    a = np.array(points)
    if a.dtype.kind == "i" and np.abs(a).max() < 2**31:
        a = a.astype(np.int32)
    a = a[np.lexsort((-a[:, 1], a[:, 0]))]
    dx, dy = np.diff(a[:, 0]), np.diff(a[:, 1])
    ok = dx > 0
    return float((dy[ok] / dx[ok]).max()) if ok.any() else None
