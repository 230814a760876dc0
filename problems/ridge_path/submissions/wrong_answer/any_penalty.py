"""A negative penalty is accepted."""

import numpy as np


def ridge_path(X, y, lams):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    lams = np.asarray(lams, dtype=float)
    n = len(X)
    if n == 0 or n != len(y):
        raise ValueError("no rows, or X and y differ in length")
    x_mean, y_mean = X.mean(axis=0), y.mean()
    U, s, Vt = np.linalg.svd(X - x_mean, full_matrices=False)
    keep = s > 1e-10 * max(s[0], np.abs(X).max())
    U, s, Vt = U[:, keep], s[keep], Vt[keep]
    d = s / (s**2 + lams[:, None])
    W = (d * (U.T @ (y - y_mean))) @ Vt
    return W, y_mean - W @ x_mean
