"""Starts at the feature of the largest square alone, and may never leave it."""

import numpy as np


def max_stable_learning_rate(points):
    if len(points) == 0:
        raise ValueError("no points")
    q = len(points[0])
    if q < 2 or any(len(t) != q for t in points):
        raise ValueError("lengths")
    X = np.array(points, dtype=float)
    X[:, -1] = 1.0
    n = len(X)
    H = X.T @ X / n
    v = np.eye(q)[np.argmax(np.diag(H))]
    v = v / np.sqrt(v @ v)
    lam = 0.0
    for _ in range(200000):
        w = H @ v
        size = np.sqrt(w @ w)
        new = v @ w
        v = w / size
        if abs(new - lam) <= 1e-13 * new:
            lam = new
            break
        lam = new
    return float(2.0 / lam)
