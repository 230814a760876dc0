"""With more columns than rows a small penalty stands for none."""

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
    if const.all():
        return W, np.full(len(lams), ym)
    if p <= n:
        e, V = np.linalg.eigh(Xc.T @ Xc)
    else:
        e, V = np.linalg.eigh(Xc @ Xc.T)
    for i, l in enumerate(lams):
        ok = e > 1e-12 * e[-1]
        if p <= n:
            # shortest solution
            W[i] = V[:, ok] @ ((V[:, ok].T @ (Xc.T @ yc)) / (e[ok] + l))
        else:
            # tiny ridge keeps the dual solvable
            W[i] = Xc.T @ (V @ ((V.T @ yc) / (np.maximum(e, 0) + max(l, 1e-8))))
    return W, ym - W @ xm
