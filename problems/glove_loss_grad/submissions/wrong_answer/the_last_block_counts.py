"""Pairs in blocks, each of which writes over what the one before gave."""

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
    f = np.minimum(1.0, (x / x_max) ** alpha)
    e = (W[rows] * C[cols]).sum(axis=1) + b[rows] + c[cols] - np.log(x)
    loss = float((f * e * e).sum())
    g = 2.0 * f * e
    gb, gc = np.zeros(n), np.zeros(m)
    for s in range(0, len(x), 4096):
        r, q, h = rows[s:s + 4096], cols[s:s + 4096], g[s:s + 4096]
        gb += np.bincount(r, weights=h, minlength=n)
        gc += np.bincount(q, weights=h, minlength=m)
        for t in range(d):
            gW[:, t] = np.bincount(r, weights=h * C[q, t], minlength=n)
            gC[:, t] = np.bincount(q, weights=h * W[r, t], minlength=m)
    return loss, gW, gC, gb, gc
