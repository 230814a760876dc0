"""Only the sigmoid is a library's."""

import numpy as np
from scipy.special import expit


def logistic_regression_gd(X, y, lr, n_iters, l2=0.0):
    if len(X) == 0 or len(X) != len(y) or not np.isin(y, (0, 1)).all():
        raise ValueError
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_iters):
        error = expit(X @ w + b) - y
        w, b = w - lr * (X.T @ error / len(X) + l2 * w), b - lr * error.mean()
    z = X @ w + b
    return w, b, np.mean(np.logaddexp(0, z) - y * z) + l2 / 2 * w @ w
