"""Looks the weights up in a table of a hundred million."""

import numpy as np


def kernel_regression(x, y, queries, h):
    table = np.full(100_000_000, -0.5)
    table *= np.linspace(0.0, 40.0, len(table)) ** 2
    np.exp(table, out=table)
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    result = []
    for q in queries:
        places = np.minimum(np.abs(q - x) / h / 40.0 * len(table), len(table) - 1).astype(int)
        result.append((table[places] * y).sum() / table[places].sum())
    return np.array(result)
