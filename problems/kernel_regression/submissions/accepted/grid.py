"""numpy, all pairs of queries and points at once: correct, and hungry."""

import numpy as np


def kernel_regression(x, y, queries, h):
    x, y, queries = (np.array(v, dtype=float) for v in (x, y, queries))
    if h <= 0 or len(x) == 0 or len(x) != len(y):
        raise ValueError("bad input")
    exponents = -0.5 * ((queries[:, None] - x[None, :]) / h) ** 2
    weights = np.exp(exponents - exponents.max(axis=1, keepdims=True))
    return weights @ y / weights.sum(axis=1)
