"""Climbs instead of descending."""


import numpy as np


def read(points):
    if not points or len(points[0]) < 2 or any(len(p) != len(points[0]) for p in points):
        raise ValueError("bad points")
    data = np.array(points, dtype=float)
    return np.column_stack([np.ones(len(data)), data[:, :-1]]), data[:, -1]


def finish(b):
    if not np.isfinite(b).all():
        raise ValueError("the descent diverged")
    return float(b.max())


def max_gd_coefficient(points, lr, n_iters):
    X, y = read(points)
    b = np.zeros(X.shape[1])
    for _ in range(n_iters):
        b = b + lr * X.T @ (X @ b - y) / len(y)
    return finish(b)
