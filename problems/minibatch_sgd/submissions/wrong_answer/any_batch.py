"""A batch below 1 is a batch of all rows."""

import numpy as np


def minibatch_sgd(X, y, lr, epochs, batch, seed):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, p = X.shape
    if n == 0 or n != len(y):
        raise ValueError("no rows, or X and y differ in length")
    batch = batch if batch > 0 else n
    rng = np.random.default_rng(seed)
    w = np.zeros(p)
    for _ in range(epochs):
        order = rng.permutation(n)
        for start in range(0, n, batch):
            rows = order[start : start + batch]
            error = X[rows] @ w - y[rows]
            w = w - lr * (X[rows].T @ error) / len(rows)
    return w
