"""Only the sigmoid is a library's."""

import numpy as np
from scipy.special import expit


def two_layer_net_grads(X, y, W1, b1, W2, b2):
    a = X @ W1 + b1
    r = np.maximum(a, 0)
    z = r @ W2 + b2
    dz = (expit(z) - y) / len(y)
    da = np.outer(dz, W2) * (a > 0)
    loss = np.mean(np.logaddexp(0, z) - y * z)
    return loss, X.T @ da, da.sum(axis=0), r.T @ dz, dz.sum()
