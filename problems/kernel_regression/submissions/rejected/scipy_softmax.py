"""Lets a library take the proportions."""

import numpy as np
from scipy.special import softmax


def kernel_regression(x, y, queries, h):
    x, y, queries = (np.array(v, dtype=float) for v in (x, y, queries))
    if h <= 0 or len(x) == 0 or len(x) != len(y):
        raise ValueError("bad input")
    return softmax(-0.5 * ((queries[:, None] - x) / h) ** 2, axis=1) @ y
