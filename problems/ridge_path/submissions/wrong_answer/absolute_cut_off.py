"""Singular values below 1e-10 count as 0, whatever the largest is."""

import numpy as np

def ridge_path(X, y, lams):
    X = np.asarray(X, dtype=float); y = np.asarray(y, dtype=float)
    if len(X) == 0 or len(X) != len(y):
        raise ValueError("rows")
    lams = np.asarray(lams, dtype=float)
    if (lams < 0).any():
        raise ValueError("penalty")
    mx, my = X.mean(axis=0), y.mean()
    Xc = X - mx
    Xc[:, (X == X[0]).all(axis=0)] = 0.0
    U, s, Vt = np.linalg.svd(Xc, full_matrices=False)
    ok = (s > 0) & (s > 1e-10)
    U, s, Vt = U[:, ok], s[ok], Vt[ok]
    d = s / (s ** 2 + lams[:, None])
    W = (d * (U.T @ (y - my))) @ Vt
    return W, my - W @ mx
