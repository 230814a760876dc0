"""Coefficients above a limit count as divergence."""

import math

import numpy as np


def max_gd_coefficient(points, lr, n_iters):
    if len(points) == 0:
        raise ValueError("no points")
    widths = {len(p) for p in points}
    if len(widths) != 1 or min(widths) < 2:
        raise ValueError("bad tuples")
    M = np.array(points, dtype=float)
    n, k = M.shape
    A = np.empty((n, k))
    A[:, 0] = 1.0
    A[:, 1:] = M[:, :-1]
    y = M[:, -1]
    b = np.zeros(k)
    with np.errstate(all="ignore"):
        if n > k:
            G = A.T @ A / n
            r = A.T @ y / n
            for _ in range(n_iters):
                b = b - lr * (G @ b - r)
        else:
            for _ in range(n_iters):
                b = b - lr * (A.T @ (A @ b - y)) / n
    if not np.isfinite(b).all() or np.abs(b).max() > 1e100:
        raise ValueError("diverged")
    return float(b.max())
