"""Coordinate descent with an intercept of its own; all residuals are computed anew for each weight."""

import numpy as np


def soft(r, a):
    if r > a:
        return r - a
    if r < -a:
        return r + a
    return 0.0


def elastic_net_cd(X, y, alpha, l1_ratio, tol=1e-8, max_iter=10000):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if len(X) == 0 or len(X) != len(y):
        raise ValueError("no rows, or X and y differ in length")
    if alpha < 0 or l1_ratio < 0 or l1_ratio > 1:
        raise ValueError("alpha or l1_ratio out of range")
    X_c = X - X.mean(axis=0)
    y_c = y - y.mean()
    p = X.shape[1]
    w = np.zeros(p)
    for _ in range(max_iter):
        before = w.copy()
        for j in range(p):
            if np.all(X[:, j] == X[0, j]):
                continue
            others = y_c - X_c @ w + X_c[:, j] * w[j]
            r = np.mean(X_c[:, j] * others)
            w[j] = soft(r, alpha * l1_ratio) / (np.mean(X_c[:, j] ** 2) + alpha * (1 - l1_ratio))
        if np.max(np.abs(w - before)) <= tol / 100:
            break
    return w, y.mean() - X.mean(axis=0) @ w
