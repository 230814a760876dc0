"""Products are summed in the type of the columns."""

import numpy as np


def ridge_path(X, y, lams):
    X, y = np.asarray(X), np.asarray(y)
    n, p = X.shape
    if n == 0 or len(y) != n or any(l < 0 for l in lams):
        raise ValueError("bad input")
    lam = np.array(lams, dtype=float)
    xm, ym = X.mean(axis=0, dtype=float), y.mean(dtype=float)
    Xc = X - xm
    Xc[:, (X == X[0]).all(axis=0)] = 0.0
    # Xc'(y - ym) == Xc'y: the columns of Xc sum to 0; and X'y is cheaper
    c = X.T @ y - xm * y.sum(dtype=float)
    U, s, Vt = np.linalg.svd(Xc, full_matrices=False)
    k = s > 1e-10 * s[0]
    W = (Vt[k] @ c) / (s[k] ** 2 + lam[:, None]) @ Vt[k]
    return W, ym - W @ xm
