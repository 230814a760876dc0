"""A column counts as constant if it is all zeros less its mean, which is rounded."""

import numpy as np


def elastic_net_cd(X, y, alpha, l1_ratio, tol=1e-8, max_iter=10000):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n = len(X)
    if n == 0 or n != len(y):
        raise ValueError("no rows, or X and y differ in length")
    if alpha < 0 or not 0 <= l1_ratio <= 1:
        raise ValueError("alpha or l1_ratio out of range")
    x_mean, y_mean = X.mean(axis=0), y.mean()
    columns = np.ascontiguousarray((X - x_mean).T)
    size = (columns**2).sum(axis=1) / n
    varies = size > 0
    l1, l2 = alpha * l1_ratio, alpha * (1 - l1_ratio)
    w = np.zeros(X.shape[1])
    residual = y - y_mean
    for _ in range(max_iter):
        largest = 0.0
        for j in np.flatnonzero(varies):
            x, old = columns[j], w[j]
            r = x @ residual / n + size[j] * old
            new = np.sign(r) * max(abs(r) - l1, 0.0) / (size[j] + l2)
            if new != old:
                residual -= (new - old) * x
                w[j] = new
                largest = max(largest, abs(new - old))
        if largest <= tol * 1e-2:
            break
    return w, float(y_mean - x_mean @ w)
