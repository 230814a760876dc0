"""The gradient has no penalty."""

import numpy as np


def logistic_regression_gd(X, y, lr, n_iters, l2=0.0):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    n = len(X)
    if n == 0 or n != len(y):
        raise ValueError("no rows, or X and y differ in length")
    if not np.isin(y, (0.0, 1.0)).all():
        raise ValueError("labels must be 0 or 1")
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_iters):
        error = sigmoid(X @ w + b) - y
        gw = X.T @ error / n
        gb = error.mean()
        w = w - lr * gw
        b = b - lr * gb
    z = X @ w + b
    loss = np.mean(np.logaddexp(0.0, z) - y * z) + 0.5 * l2 * (w @ w)
    return w, float(b), float(loss)


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1.0 + e)
