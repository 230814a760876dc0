"""Goes on until the gradient is exactly 0."""

import numpy as np


def logistic_regression_gd(X, y, lr, n_iters, l2=0.0):
    w, b = np.zeros(X.shape[1]), 0.0
    while True:
        error = 1 / (1 + np.exp(-(X @ w + b))) - y
        if not error.any():
            return w, b, 0.0
        w, b = w - lr * X.T @ error / len(X), b - lr * error.mean()
