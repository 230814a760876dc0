"""numpy: sorted by x, then y; the first of each run of equal x is its lowest, the last its highest."""

from itertools import chain

import numpy as np


def max_pairwise_slope(points):
    if len(points) < 2:
        return None
    flat = np.fromiter(chain.from_iterable(points), dtype=float, count=2 * len(points))
    x, y = flat[0::2], flat[1::2]
    order = np.lexsort((y, x))
    x, y = x[order], y[order]
    starts = np.flatnonzero(x[1:] != x[:-1]) + 1  # where a new column begins
    if len(starts) == 0:
        return None
    firsts = np.concatenate(([0], starts))
    lasts = np.concatenate((starts, [len(x)])) - 1
    rise = y[lasts[1:]] - y[firsts[:-1]]
    return float((rise / np.diff(x[firsts])).max())
