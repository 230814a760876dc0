"""Takes W2 for a matrix with one column."""

import numpy as np


def two_layer_net_grads(X, y, W1, b1, W2, b2):
    if len(X) == 0 or len(X) != len(y) or not np.isin(y, (0, 1)).all():
        raise ValueError("bad input")
    n = len(X)
    a = X @ W1 + b1
    r = np.maximum(a, 0)
    z = r @ W2 + b2
    dz = (1 / (1 + np.exp(-z)) - y.reshape(n, 1)) / n
    da = dz @ W2.T * (a > 0)
    loss = np.mean(np.logaddexp(0, z) - y * z)
    return loss, X.T @ da, da.sum(axis=0), r.T @ dz, dz.sum()
