"""Takes the largest exponent of all queries off, not that of each."""

import numpy as np


def kernel_regression(x, y, queries, h):
    if h <= 0 or len(x) == 0 or len(x) != len(y):
        raise ValueError("bad input")
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    result = np.zeros(len(queries))
    for i, q in enumerate(queries):
        top = max(-0.5 * (((p - x) / h) ** 2).min() for p in queries)
        e = -0.5 * ((q - x) / h) ** 2
        w = np.exp(e - top)
        result[i] = (w * y).sum() / w.sum()
    return result
