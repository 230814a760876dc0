"""Results are kept by penalty, of which six digits count."""

import numpy as np


def ridge_path(X, y, lams):
    X = np.array(X, dtype=float)
    y = np.array(y, dtype=float)
    n, p = X.shape
    if n == 0 or y.shape[0] != n or any(l < 0 for l in lams):
        raise ValueError("bad input")
    xm, ym = X.mean(axis=0), y.mean()
    Xc, yc = X - xm, y - ym
    Xc[:, np.ptp(X, axis=0) == 0] = 0.0
    U, s, Vt = np.linalg.svd(Xc, full_matrices=False)
    k = s > 1e-10 * s[0]
    z, s, Vt = U[:, k].T @ yc, s[k], Vt[k]
    done = {}
    for l in lams:
        key = round(float(l), 6)
        if key not in done:
            w = (z * s / (s * s + l)) @ Vt
            done[key] = (w, ym - xm @ w)
    W = np.array([done[round(float(l), 6)][0] for l in lams]).reshape(len(lams), p)
    B = np.array([done[round(float(l), 6)][1] for l in lams])
    return W, B
