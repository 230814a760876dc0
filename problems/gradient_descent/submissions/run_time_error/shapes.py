"""Multiplies matrices whose shapes do not fit."""

import numpy as np


def max_gd_coefficient(points, lr, n_iters):
    data = np.array(points, dtype=float)
    X, y = data[:, :-1], data[:, -1]
    b = np.zeros(X.shape[1] + 1)
    for _ in range(n_iters):
        b -= lr * X.T @ (X @ b - y)
    return b.max()
