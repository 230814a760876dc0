"""A cost that has risen a million times counts as divergence."""

import math

import numpy as np


def max_gd_coefficient(points, lr, n_iters):
    rows = [tuple(map(float, t)) for t in points]
    if not rows:
        raise ValueError("no points")
    width = len(rows[0])
    if width < 2 or any(len(t) != width for t in rows):
        raise ValueError("bad tuples")
    M = np.array(rows, dtype=float)
    n = len(M)
    A, y = M.copy(), M[:, -1].copy()
    A[:, 1:] = M[:, :-1]
    A[:, 0] = 1.0
    b = np.zeros(width)
    last = math.inf
    with np.errstate(all="ignore"):
        for _ in range(n_iters):
            r = A @ b - y
            cost = r @ r
            if math.isfinite(cost) and cost > last * 1e6:
                raise ValueError("diverges")
            last = cost
            grad = (A.T @ r) / n
            b = b - lr * grad
    if not np.isfinite(b).all():
        raise ValueError("diverged")
    return float(b.max())
