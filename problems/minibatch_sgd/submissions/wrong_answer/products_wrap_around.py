"""Products of whole rows in their own type, where one batch is all rows."""

import numpy as np


def minibatch_sgd(
    X: np.ndarray, y: np.ndarray, lr: float, epochs: int, batch: int, seed: int
) -> np.ndarray:
    n, p = X.shape
    if n == 0 or len(y) != n or batch < 1:
        raise ValueError("bad input")
    rng = np.random.default_rng(seed)
    w = np.zeros(p)
    if batch >= n:      # full batch: the gradient needs only X'X and X'y
        G, c = X.T @ X, X.T @ y
        for _ in range(epochs):
            w = w - lr * (G @ w - c) / n
        return w
    for epoch in range(epochs):
        order = rng.permutation(n)
        for start in range(0, n, batch):
            idx = order[start:start + batch]
            Xb, yb = X[idx], y[idx]
            w = w - lr * (Xb.T @ (Xb @ w - yb)) / len(idx)
    return w
