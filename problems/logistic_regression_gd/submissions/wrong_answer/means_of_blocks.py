"""The plain mean of the gradients of blocks."""

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
        g = np.mean([(prob[i:i + 1024] - t[i:i + 1024]) @ A[i:i + 1024] / len(t[i:i + 1024]) for i in range(0, n, 1024)], axis=0)
        theta = theta - lr * (g + pen * theta)
    m = -s * (A @ theta)
    loss = float(np.mean(np.logaddexp(0.0, m)) + 0.5 * (pen * theta) @ theta)
    return theta[:-1].copy(), float(theta[-1]), loss
