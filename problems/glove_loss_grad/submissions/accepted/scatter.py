"""numpy: all pairs at once, sums over repeated rows by bincount, one coordinate at a time."""

import numpy as np


def glove_loss_grad(W, C, b, c, X, x_max=100.0, alpha=0.75):
    if not X:
        return 0.0, np.zeros(W.shape), np.zeros(C.shape), np.zeros(b.shape), np.zeros(c.shape)
    pairs = np.array(list(X))
    i, j = pairs[:, 0].copy(), pairs[:, 1].copy()
    x = np.fromiter(X.values(), dtype=float, count=len(X))
    n, m = len(W), len(C)
    if not (x > 0).all() or pairs.min() < 0 or i.max() >= n or j.max() >= m:
        raise ValueError("no such pair")
    f = np.minimum(1.0, (x / x_max) ** alpha)
    error = b[i] + c[j] - np.log(x)
    for k in range(W.shape[1]):
        error += W[i, k] * C[j, k]
    slope = 2 * f * error
    gW, gC = np.zeros(W.shape), np.zeros(C.shape)
    for k in range(W.shape[1]):
        gW[:, k] = np.bincount(i, slope * C[j, k], n)
        gC[:, k] = np.bincount(j, slope * W[i, k], m)
    return float(f @ error**2), gW, gC, np.bincount(i, slope, n), np.bincount(j, slope, m)
