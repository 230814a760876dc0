"""The trace bounds the largest eigenvalue, and is not it."""

import numpy as np


def read(points):
    if not points or len(points[0]) < 2 or any(len(p) != len(points[0]) for p in points):
        raise ValueError("bad points")
    data = np.array(points, dtype=float)
    return np.column_stack([np.ones(len(data)), data[:, :-1]])


def max_stable_learning_rate(points):
    X = read(points)
    return float(2.0 * len(X) / (X * X).sum())
