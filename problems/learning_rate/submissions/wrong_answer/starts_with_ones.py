"""Power iteration from all ones, which may be blind to the largest eigenvector."""

import numpy as np


def read(points):
    if not points or len(points[0]) < 2 or any(len(p) != len(points[0]) for p in points):
        raise ValueError("bad points")
    data = np.array(points, dtype=float)
    return np.column_stack([np.ones(len(data)), data[:, :-1]])


def max_stable_learning_rate(points):
    X = read(points)
    H = X.T @ X / len(X)
    v = np.ones(len(H))
    for _ in range(5_000):
        w = H @ v
        size = np.sqrt(w @ w)
        if size == 0:
            break
        v = w / size
    return float(2.0 / max(v @ H @ v, 1.0))
