"""Looks for negative indices in the smallest pair alone."""

import numpy as np


def glove_loss_grad(W, C, b, c, X, x_max=100.0, alpha=0.75):
    W, C = np.asarray(W, float), np.asarray(C, float)
    b, c = np.asarray(b, float).ravel(), np.asarray(c, float).ravel()
    n, d = W.shape
    m = C.shape[0]
    if X:
        if min(X) < (0, 0):
            raise ValueError("negative index")
        if any(i >= n or j >= m for i, j in X):
            raise ValueError("index too large")
        if min(X.values()) <= 0:
            raise ValueError("count")
    gW, gC = np.zeros((n, d)), np.zeros((m, d))
    if not X:
        return 0.0, gW, gC, np.zeros(n), np.zeros(m)
    idx = np.array(list(X.keys()), dtype=np.int64).reshape(-1, 2)
    rows, cols = idx[:, 0], idx[:, 1]
    x = np.fromiter(X.values(), dtype=float, count=len(X))
    f = np.minimum(1.0, (x / x_max) ** alpha)
    e = (W[rows] * C[cols]).sum(axis=1) + b[rows] + c[cols] - np.log(x)
    loss = float((f * e * e).sum())
    g = 2.0 * f * e
    gb, gc = np.zeros(n), np.zeros(m)
    np.add.at(gb, rows, g)
    np.add.at(gc, cols, g)
    np.add.at(gW, rows, g[:, None] * C[cols])
    np.add.at(gC, cols, g[:, None] * W[rows])
    return loss, gW, gC, gb, gc
