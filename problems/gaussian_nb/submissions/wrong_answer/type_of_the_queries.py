"""Shifts the rows to be classified in their own type, which may be whole numbers."""

import numpy as np


def gaussian_nb(X, y, Q):
    X = np.array(X, dtype=np.float64)
    y = np.array(y)
    if len(X) == 0 or len(y) != len(X):
        raise ValueError("rows")
    if (X == X[0]).all():
        raise ValueError("no feature varies")
    base = X[0].copy()
    X = X - base
    p = X.shape[1]
    Q = np.array(Q, dtype=np.asarray(Q).dtype).reshape(-1, p) - base.astype(np.asarray(Q).dtype)
    n = len(X)
    eps = 1e-9 * ((X - X.mean(axis=0)) ** 2).mean(axis=0).max()
    groups = {}
    for i, l in enumerate(y.tolist()):
        groups.setdefault(l, []).append(i)
    names = sorted(groups)
    J = np.empty((len(Q), len(names)))
    for c, l in enumerate(names):
        G = X[groups[l]]
        m = G[0] + (G - G[0]).mean(axis=0)
        v = ((G - m) ** 2).mean(axis=0) + eps
        J[:, c] = np.log(len(G) / n) - 0.5 * (np.log(2 * np.pi * v).sum() + ((Q - m) ** 2 / v).sum(axis=1))
    lab = np.array([names[i] for i in J.argmax(axis=1)], dtype=y.dtype) if len(Q) else np.empty(0, dtype=y.dtype)
    return lab, J
