"""With more columns than rows n - 1 singular values count, whatever their size."""

import numpy as np


def ridge_path(X, y, lams):
    X = np.array(X, dtype=float)
    y = np.array(y, dtype=float)
    n, p = X.shape
    if n == 0 or y.shape[0] != n or any(l < 0 for l in lams):
        raise ValueError("bad input")
    xm, ym = X.mean(axis=0), y.mean()
    Xc, yc = X - xm, y - ym
    const = np.ptp(X, axis=0) == 0
    Xc[:, const] = 0.0
    W = np.zeros((len(lams), p))
    if not const.all() and len(lams):
        U, s, Vt = np.linalg.svd(Xc, full_matrices=False)
        if p >= n:
            r = n - 1          # centring takes one
        else:
            r = int((s > 1e-10 * s[0]).sum())
        U, s, Vt = U[:, :r], s[:r], Vt[:r]
        z = s * (U.T @ yc)
        for i, l in enumerate(lams):
            W[i] = (z / (s * s + l)) @ Vt
    return W, ym - W @ xm
