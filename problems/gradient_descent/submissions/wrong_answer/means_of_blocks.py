"""The plain mean of the means of blocks."""

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
            parts = [(A[s:s + 4096], y[s:s + 4096]) for s in range(0, n, 4096)]
            G = sum(a.T @ a / len(a) for a, _ in parts) / len(parts)
            r = sum(a.T @ v / len(a) for a, v in parts) / len(parts)
            for _ in range(n_iters):
                b = b - lr * (G @ b - r)
        else:
            for _ in range(n_iters):
                b = b - lr * (A.T @ (A @ b - y)) / n
    if not np.isfinite(b).all():
        raise ValueError("diverged")
    return float(b.max())
