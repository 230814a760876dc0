"""Whole numbers stay whole numbers, and their squares overflow."""

import numpy as np


def max_stable_learning_rate(points):
    if len(points) == 0:
        raise ValueError("no points")
    q = len(points[0])
    if q < 2 or any(len(t) != q for t in points):
        raise ValueError("lengths")
    X = np.array(points)
    X[:, -1] = 1.0
    n = len(X)
    H = X.T @ X / n
    S = H / np.trace(H)
    for _ in range(25):
        S = S @ S
        S = S / np.trace(S)
    return float(2.0 / (np.sum(H * S) / np.trace(S)))
