"""Takes the targets for a feature."""

import numpy as np


def read(points):
    if not points or len(points[0]) < 2 or any(len(p) != len(points[0]) for p in points):
        raise ValueError("bad points")
    data = np.array(points, dtype=float)
    return np.column_stack([np.ones(len(data)), data[:, :-1]])


def max_stable_learning_rate(points):
    read(points)
    X = np.column_stack([np.ones(len(points)), np.array(points, dtype=float)])
    H = X.T @ X / len(X)
    v = np.random.default_rng(1).normal(size=len(H))
    for _ in range(5_000):
        v = H @ v
        v /= np.sqrt(v @ v)
    return 2.0 / float(v @ H @ v)
