"""Hidden units have the type of the rows."""

import numpy as np


def two_layer_net_grads(X, y, W1, b1, W2, b2):
    n = len(X)
    if n == 0 or len(y) != n or np.any((y != 0) & (y != 1)):
        raise ValueError("bad input")
    X0 = X
    X = X.astype(np.float64)
    a = X @ W1 + b1
    a = a.astype(X0.dtype)
    r = np.maximum(a, 0)
    z = r @ W2 + b2
    e = np.exp(-np.abs(z))
    loss = np.mean(np.maximum(z, 0) - y * z + np.log1p(e))
    q = np.where(z >= 0, 1 / (1 + e), e / (1 + e))
    dz = (q - y) / n
    gW2 = r.T @ dz
    da = np.outer(dz, W2)
    da[a <= 0] = 0
    return float(loss), X.T @ da, da.sum(axis=0), gW2, float(dz.sum())
