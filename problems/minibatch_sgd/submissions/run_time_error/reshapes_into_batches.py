"""Batches by reshape: only where they come out even."""

import numpy as np


def minibatch_sgd(X, y, lr, epochs, batch, seed):
    n = len(X)
    if n == 0 or n != len(y) or batch < 1:
        raise ValueError("bad input")
    rng = np.random.default_rng(seed)
    w = np.zeros(X.shape[1])
    for _ in range(epochs):
        for rows in rng.permutation(n).reshape(-1, min(batch, n)):
            w = w - lr * X[rows].T @ (X[rows] @ w - y[rows]) / len(rows)
    return w
