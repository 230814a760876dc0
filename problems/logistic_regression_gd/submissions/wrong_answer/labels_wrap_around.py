"""Labels are turned to signs in their own type."""

import numpy as np


def _sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0 / (1.0 + e), e / (1.0 + e))


def logistic_regression_gd(
    X: np.ndarray, y: np.ndarray, lr: float, n_iters: int, l2: float = 0.0
) -> tuple[np.ndarray, float, float]:
    if X.shape[0] == 0 or X.shape[0] != y.shape[0]:
        raise ValueError("shapes")
    if not np.all((y == 0) | (y == 1)):
        raise ValueError("labels")
    X = X.astype(float)
    n, p = X.shape
    w = np.zeros(p)
    b = 0.0
    for _ in range(n_iters):
        err = _sigmoid(X @ w + b) - y
        gw = X.T @ err / n + l2 * w
        gb = err.mean()
        w = w - lr * gw
        b = b - lr * gb
    z = X @ w + b
    losses = np.logaddexp(0.0, (1 - 2 * y) * z)
    J = losses.mean() + 0.5 * l2 * (w @ w)
    return w, float(b), float(J)
