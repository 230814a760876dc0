"""Power iteration that goes through all points in each round."""

import numpy as np


def read(points):
    if not points or len(points[0]) < 2 or any(len(p) != len(points[0]) for p in points):
        raise ValueError("bad points")
    data = np.array(points, dtype=float)
    return np.column_stack([np.ones(len(data)), data[:, :-1]])


def max_stable_learning_rate(points):
    X = read(points)
    n = len(X)
    v = np.random.default_rng(1).normal(size=X.shape[1])
    v /= np.sqrt(v @ v)
    value, calm = 0.0, 0
    for _ in range(20_000):
        w = X.T @ (X @ v) / n
        new = float(v @ w)
        v = w / np.sqrt(w @ w)
        calm = calm + 1 if abs(new - value) <= 1e-13 * new else 0
        value = new
        if calm >= 3:
            break
    return 2.0 / value
