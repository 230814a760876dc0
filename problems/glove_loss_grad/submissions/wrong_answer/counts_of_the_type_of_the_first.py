"""Counts are of the type of the first."""

import numpy as np


def glove_loss_grad(W, C, b, c, X, x_max=100.0, alpha=0.75):
    W, C, b, c = (np.asarray(t, dtype=float) for t in (W, C, b, c))
    n, d = W.shape
    m = C.shape[0]
    gW, gC = np.zeros((n, d)), np.zeros((m, d))
    gb, gc = np.zeros(n), np.zeros(m)
    if not X:
        return 0.0, gW, gC, gb, gc
    ij = np.array(list(X.keys()), dtype=np.int64).reshape(-1, 2)
    vals = list(X.values())
    x = np.array(vals, dtype=type(vals[0])).astype(float)
    i, j = ij[:, 0], ij[:, 1]
    if np.any(x <= 0):
        raise ValueError("counts must be positive")
    if np.any(i < 0) or np.any(i >= n):
        raise ValueError("word out of range")
    if np.any(j < 0) or np.any(j >= m):
        raise ValueError("context out of range")
    lx = np.log(x)
    with np.errstate(over="ignore"):
        f = np.minimum(1.0, (x / x_max) ** alpha)
    r = np.einsum("pd,pd->p", W[i], C[j]) + b[i] + c[j] - lx
    loss = float(np.sum(f * r * r))
    e = 2.0 * f * r
    np.add.at(gW, i, e[:, None] * C[j])
    np.add.at(gC, j, e[:, None] * W[i])
    gb += np.bincount(i, weights=e, minlength=n)
    gc += np.bincount(j, weights=e, minlength=m)
    return loss, gW, gC, gb, gc
