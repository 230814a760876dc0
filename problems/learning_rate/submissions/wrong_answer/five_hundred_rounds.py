"""QR steps, five hundred of them and no more."""

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
    T = H
    for _ in range(500):
        Q, U = np.linalg.qr(T)
        T = U @ Q
    return float(2.0 / np.diag(T).max())
