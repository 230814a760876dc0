"""Weights below a millionth are taken for a millionth."""

import numpy as np


def glove_loss_grad(W, C, b, c, X, x_max=100.0, alpha=0.75):
    W, C = np.asarray(W, float), np.asarray(C, float)
    b, c = np.asarray(b, float).ravel(), np.asarray(c, float).ravel()
    n, d = W.shape
    m = C.shape[0]
    for (i, j), x in X.items():
        if not (0 <= i < n and 0 <= j < m):
            raise ValueError("index")
        if not x > 0:
            raise ValueError("count")
    gW, gC = np.zeros((n, d)), np.zeros((m, d))
    if not X:
        return 0.0, gW, gC, np.zeros(n), np.zeros(m)
    idx = np.array(list(X.keys()), dtype=np.int64).reshape(-1, 2)
    rows, cols = idx[:, 0], idx[:, 1]
    x = np.fromiter(X.values(), dtype=float, count=len(X))
    f = np.where(x < x_max, (x / x_max) ** alpha, 1.0)
    f = np.clip(f, 1e-6, 1.0)
    e = (W[rows] * C[cols]).sum(axis=1) + b[rows] + c[cols] - np.log(x)
    loss = float((f * e * e).sum())
    g = 2.0 * f * e
    gb = np.bincount(rows, weights=g, minlength=n)
    gc = np.bincount(cols, weights=g, minlength=m)
    for t in range(d):
        gW[:, t] = np.bincount(rows, weights=g * C[cols, t], minlength=n)
        gC[:, t] = np.bincount(cols, weights=g * W[rows, t], minlength=m)
    return loss, gW, gC, gb, gc
