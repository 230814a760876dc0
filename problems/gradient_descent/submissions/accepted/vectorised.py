"""numpy, X.T @ (X @ b - y) in every step."""

import numpy as np


def max_gd_coefficient(points, lr, n_iters):
    if not points or len(points[0]) < 2 or len({len(p) for p in points}) != 1:
        raise ValueError("bad points")
    data = np.array(points, dtype=float)
    X = np.column_stack([np.ones(len(data)), data[:, :-1]])
    y = data[:, -1]
    b = np.zeros(X.shape[1])
    with np.errstate(all="ignore"):
        for _ in range(n_iters):
            b = b - lr * (X.T @ (X @ b - y)) / len(y)
    if not np.isfinite(b).all():
        raise ValueError("the descent diverged")
    return float(b.max())
