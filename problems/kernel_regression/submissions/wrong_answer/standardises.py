"""Scales the points first."""

import numpy as np


def kernel_regression(x, y, queries, h):
    if h <= 0 or len(x) == 0 or len(x) != len(y):
        raise ValueError("bad input")
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    scale = x.std() or 1.0
    x, queries = x / scale, [q / scale for q in queries]
    result = np.zeros(len(queries))
    for i, q in enumerate(queries):
        e = -0.5 * ((q - x) / h) ** 2
        w = np.exp(e - e.max())
        result[i] = (w * y).sum() / w.sum()
    return result
