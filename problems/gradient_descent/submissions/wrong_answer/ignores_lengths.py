"""Cuts tuples of different lengths to the shortest."""

import numpy as np


def max_gd_coefficient(points, lr, n_iters):
    if not points:
        raise ValueError
    width = min(map(len, points))
    if width < 2:
        raise ValueError
    data = np.array([p[:width] for p in points], dtype=float)
    X, y = np.column_stack([np.ones(len(data)), data[:, :-1]]), data[:, -1]
    b = np.zeros(width)
    for _ in range(n_iters):
        b = b - lr * X.T @ (X @ b - y) / len(y)
    if not np.isfinite(b).all():
        raise ValueError
    return float(b.max())
