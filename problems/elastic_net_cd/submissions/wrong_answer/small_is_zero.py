"""Weights below a thousandth become 0."""

import numpy as np

def elastic_net_cd(X, y, alpha, l1_ratio, tol=1e-8, max_iter=10000):
    X = np.array(X, dtype=float)
    y = np.array(y, dtype=float)
    if alpha < 0 or not 0 <= l1_ratio <= 1 or len(X) == 0 or len(X) != len(y):
        raise ValueError
    n, p = X.shape
    mx, my = X.mean(axis=0), y.mean()
    A = X - mx
    constant = (X == X[0]).all(axis=0)
    r = y - my
    w = np.zeros(p)
    s = (A * A).sum(axis=0) / n
    l1, l2 = alpha * l1_ratio, alpha * (1 - l1_ratio)
    for it in range(200000):
        biggest = 0.0
        for j in range(p):
            if constant[j]:
                continue
            old = w[j]
            rho = A[:, j] @ r / n + s[j] * old
            new = np.sign(rho) * max(abs(rho) - l1, 0.0) / (s[j] + l2)
            if new != old:
                r += A[:, j] * (old - new)
                w[j] = new
                biggest = max(biggest, abs(new - old))
        if biggest < 1e-12 * (1 + np.abs(w).max()):
            break
    w[np.abs(w) < 1e-3] = 0
    return w, float(my - mx @ w)
