"""Blocks of so many queries as fit: none, if there are more points than that."""

import numpy as np

CELLS = 65_536


def kernel_regression(x, y, queries, h):
    x, y, queries = (np.array(v, dtype=float) for v in (x, y, queries))
    if h <= 0 or len(x) == 0 or len(x) != len(y):
        raise ValueError("bad input")
    result = np.empty(len(queries))
    step = CELLS // len(x)
    for start in range(0, len(queries), step):
        block = queries[start : start + step, None]
        distances = np.abs(block - x)
        nearest = distances.min(axis=1, keepdims=True)
        # a² - b² as (a - b)(a + b): no digits are lost where both are large
        weights = np.exp(-0.5 * ((distances - nearest) / h) * ((distances + nearest) / h))
        result[start : start + step] = weights @ y / weights.sum(axis=1)
    return result
