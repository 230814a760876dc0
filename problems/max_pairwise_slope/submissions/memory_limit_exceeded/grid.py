"""Makes room for all pairs of a hundred thousand points, however few there are."""

import numpy as np


def max_pairwise_slope(points):
    slopes = np.full((20_000, 20_000), -np.inf)
    for i, (x1, y1) in enumerate(points):
        for j, (x2, y2) in enumerate(points):
            if x1 != x2:
                slopes[i, j] = (y2 - y1) / (x2 - x1)
    best = slopes.max()
    return None if best == -np.inf else float(best)
