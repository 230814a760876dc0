"""numpy, the moments once: a step costs nothing that grows with the number of points."""

import numpy as np


def max_gd_coefficient(points, lr, n_iters):
    if not points or len(points[0]) < 2 or any(len(p) != len(points[0]) for p in points):
        raise ValueError("bad points")
    X = np.array(points, dtype=float)
    y = X[:, -1].copy()
    X[:, 1:] = X[:, :-1].copy()
    X[:, 0] = 1.0
    n = len(y)
    gram, moment = X.T @ X / n, X.T @ y / n
    b = np.zeros(len(moment))
    with np.errstate(all="ignore"):
        for _ in range(n_iters):
            b -= lr * (gram @ b - moment)
    if not np.isfinite(b).all():
        raise ValueError("the descent diverged")
    return b.max()
