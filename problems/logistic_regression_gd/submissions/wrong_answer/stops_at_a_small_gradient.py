"""Stops when the gradient is very small."""

import numpy as np


def logistic_regression_gd(X, y, lr, n_iters, l2=0.0):
    X = np.asarray(X, dtype=float)
    t = np.asarray(y, dtype=float).ravel()
    n = len(X)
    if n == 0 or n != len(t) or not np.isin(t, (0.0, 1.0)).all():
        raise ValueError("bad input")
    A = np.hstack([X, np.ones((n, 1))])
    s = 2.0 * t - 1.0
    theta = np.zeros(A.shape[1])
    pen = np.full(A.shape[1], float(l2))
    pen[-1] = 0.0
    for _ in range(n_iters):
        z = A @ theta
        e = np.exp(-np.abs(z))
        prob = np.where(z >= 0, 1.0, e) / (1.0 + e)
        g = (prob - t) @ A / n + pen * theta
        if np.max(np.abs(g)) < 1e-10:
            break
        theta = theta - lr * g
    m = -s * (A @ theta)
    loss = float(np.mean(np.logaddexp(0.0, m)) + 0.5 * (pen * theta) @ theta)
    return theta[:-1].copy(), float(theta[-1]), loss
