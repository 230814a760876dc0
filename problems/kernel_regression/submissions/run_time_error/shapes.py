"""Subtracts points from queries as if there were as many."""

import numpy as np


def kernel_regression(x, y, queries, h):
    x, y, queries = (np.array(v, dtype=float) for v in (x, y, queries))
    if h <= 0 or len(x) == 0 or len(x) != len(y):
        raise ValueError("bad input")
    w = np.exp(-0.5 * ((queries - x) / h) ** 2)
    return (w * y) / w.sum()
