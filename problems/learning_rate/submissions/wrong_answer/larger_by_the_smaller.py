"""With one feature, the larger eigenvalue as determinant by the smaller, which cancels."""

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
    if q == 2:       # closed form, the smaller root and then 2 / (det / small)
        t = np.mean(X[:, 0] ** 2)
        det = t - np.mean(X[:, 0]) ** 2
        small = (1 + t - np.sqrt((1 + t) ** 2 - 4 * det)) / 2
        if small > 0:
            return float(2 * small / det)
    H = X.T @ X / n
    S = H / np.trace(H)
    for _ in range(25):
        S = S @ S
        S = S / np.trace(S)
    return float(2.0 / (np.sum(H * S) / np.trace(S)))
