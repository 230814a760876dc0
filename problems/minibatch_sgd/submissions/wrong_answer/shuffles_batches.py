"""Batches are shuffled, their rows are not."""

import numpy as np


def minibatch_sgd(X, y, lr, epochs, batch, seed):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, p = X.shape
    if n == 0 or n != len(y):
        raise ValueError("no rows, or X and y differ in length")
    if batch < 1:
        raise ValueError("a batch has one row at least")
    rng = np.random.default_rng(seed)
    w = np.zeros(p)
    for _ in range(epochs):
        for start in rng.permutation(np.arange(0, n, batch)):
            rows = np.arange(start, min(start + batch, n))
            error = X[rows] @ w - y[rows]
            w = w - lr * (X[rows].T @ error) / len(rows)
    return w
