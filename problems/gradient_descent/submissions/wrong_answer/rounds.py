"""Rounds the result to three digits."""

import numpy as np


def max_gd_coefficient(points, lr, n_iters):
    if not points or len(points[0]) < 2 or len({len(p) for p in points}) != 1:
        raise ValueError
    data = np.array(points, dtype=float)
    X, y = np.column_stack([np.ones(len(data)), data[:, :-1]]), data[:, -1]
    b = np.zeros(X.shape[1])
    for _ in range(n_iters):
        b = b - lr * X.T @ (X @ b - y) / len(y)
    if not np.isfinite(b).all():
        raise ValueError
    return round(float(b.max()), 3)
