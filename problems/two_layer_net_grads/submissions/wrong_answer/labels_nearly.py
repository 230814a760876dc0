"""Labels that are close to 0 and 1 are taken for them."""

import numpy as np


def two_layer_net_grads(X, y, W1, b1, W2, b2):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y)
    W1 = np.asarray(W1, dtype=float)
    b1 = np.asarray(b1, dtype=float)
    W2 = np.asarray(W2, dtype=float)
    n = len(X)
    if n == 0 or len(y) != n:
        raise ValueError("bad shapes")
    if not np.isclose(y * (y - 1), 0).all():
        raise ValueError("labels")
    a = X @ W1 + b1
    r = np.maximum(a, 0)
    z = r @ W2 + b2
    s = np.where(y == 1, -z, z)
    loss = np.mean(np.logaddexp(0, s))
    e = np.exp(-np.abs(s))
    p = np.where(s >= 0, 1, e) / (1 + e)
    d = np.where(y == 1, -p, p) / n
    da = np.outer(d, W2) * (a > 0)
    return float(loss), X.T @ da, da.sum(axis=0), r.T @ d, float(d.sum())
