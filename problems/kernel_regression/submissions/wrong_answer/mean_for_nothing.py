"""Returns the mean of all values where all weights are 0."""

import numpy as np


def kernel_regression(x, y, queries, h):
    if h <= 0 or len(x) == 0 or len(x) != len(y):
        raise ValueError("bad input")
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    result = np.zeros(len(queries))
    for i, q in enumerate(queries):
        e = -0.5 * ((q - x) / h) ** 2
        w = np.exp(e)
        result[i] = (w * y).sum() / w.sum() if w.sum() > 0 else y.mean()
    return result
