"""Lets a library form the pairs."""

import numpy as np
from scipy.spatial.distance import pdist


def max_pairwise_slope(points):
    x, y = np.array(points, dtype=float).T
    rise = pdist(y[:, None], lambda a, b: b[0] - a[0])
    run = pdist(x[:, None], lambda a, b: b[0] - a[0])
    return float((rise[run != 0] / run[run != 0]).max())
