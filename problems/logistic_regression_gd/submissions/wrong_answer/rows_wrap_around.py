"""Rows are turned round in their own type."""

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
    X = np.column_stack([X, np.ones(len(X), dtype=X.dtype)])
    X = np.where((y == 1)[:, None], -X, X)
    n, p = X.shape
    w = np.zeros(p)
    keep = np.ones(p)
    keep[-1] = 0
    for _ in range(n_iters):
        w = w - lr * (X.T @ _sigmoid(X @ w) / n + l2 * keep * w)
    J = np.logaddexp(0.0, X @ w).mean() + 0.5 * l2 * (w[:-1] @ w[:-1])
    return w[:-1], float(w[-1]), float(J)
