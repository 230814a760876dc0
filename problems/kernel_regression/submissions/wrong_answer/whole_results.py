"""Holds the results as whole numbers if the queries are."""

import numpy as np


def kernel_regression(x, y, queries, h):
    if h <= 0 or len(x) == 0 or len(x) != len(y):
        raise ValueError("bad input")
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    result = np.zeros_like(np.array(queries if len(queries) else [0.0]))[: len(queries)]
    for i, q in enumerate(queries):
        e = -0.5 * ((q - x) / h) ** 2
        w = np.exp(e - e.max())
        result[i] = (w * y).sum() / w.sum()
    return result
