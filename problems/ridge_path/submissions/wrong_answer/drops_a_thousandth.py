"""Directions below a thousandth of the largest are dropped."""

import numpy as np


def ridge_path(X, y, lams):
    X = np.array(X, dtype=float)
    y = np.array(y, dtype=float)
    n, p = X.shape
    if n == 0 or y.shape[0] != n or any(l < 0 for l in lams):
        raise ValueError("bad input")
    if len(lams) == 0:
        return np.zeros((0, p)), np.zeros(0)
    xm, ym = X.mean(axis=0), y.mean()
    Xc = X - xm
    Xc[:, np.ptp(X, axis=0) == 0] = 0.0
    U, s, Vt = np.linalg.svd(Xc, full_matrices=False)
    keep = s > 1e-3 * s[0]
    s, Vt, z = s[keep], Vt[keep], U[:, keep].T @ (y - ym)
    lam = np.array(lams, dtype=float)[:, None]
    W = (s * z / (s * s + lam)) @ Vt
    return W, ym - W @ xm
