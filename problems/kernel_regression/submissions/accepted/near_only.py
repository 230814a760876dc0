"""numpy, points sorted: only those whose weight is not below exp(-60) of the nearest one's."""

from bisect import bisect_left, bisect_right
from math import sqrt

import numpy as np

SMALLEST = 60.0


def kernel_regression(x, y, queries, h):
    if h <= 0 or len(x) == 0 or len(x) != len(y):
        raise ValueError("bad input")
    x, y = np.array(x, dtype=float) / h, np.array(y, dtype=float)
    order = np.argsort(x)
    x, y = x[order], y[order]
    points = x.tolist()
    result = np.empty(len(queries))
    for index, q in enumerate(queries):
        q = q / h
        place = bisect_left(points, q)
        nearest = min(abs(points[i] - q) for i in (place - 1, place) if 0 <= i < len(points))
        reach = sqrt(nearest * nearest + 2 * SMALLEST) * (1 + 1e-12)
        low, high = bisect_left(points, q - reach), bisect_right(points, q + reach)
        distances = np.abs(x[low:high] - q)
        weights = np.exp(-0.5 * (distances - nearest) * (distances + nearest))
        result[index] = weights @ y[low:high] / weights.sum()
    return result
