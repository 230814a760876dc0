"""What comes back goes through units that are off."""

import numpy as np


def two_layer_net_grads(X, y, W1, b1, W2, b2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    W1, W2 = np.asarray(W1, dtype=float), np.asarray(W2, dtype=float)
    n = len(X)
    if n == 0 or n != len(y):
        raise ValueError("no rows, or X and y differ in length")
    if not np.isin(y, (0.0, 1.0)).all():
        raise ValueError("labels must be 0 or 1")
    a = X @ W1 + b1
    r = np.maximum(a, 0.0)
    z = r @ W2 + b2
    loss = np.mean(np.logaddexp(0.0, z) - y * z)
    small = np.exp(-np.abs(z))
    dz = (np.where(z >= 0, 1.0, small) / (1.0 + small) - y) / n
    gW2 = r.T @ dz
    gb2 = dz.sum()
    da = np.outer(dz, W2)
    gW1 = X.T @ da
    gb1 = da.sum(axis=0)
    return float(loss), gW1, gb1, gW2, float(gb2)
