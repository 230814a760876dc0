"""Only what is below the threshold goes to the left: the same, until t is a value itself."""

import numpy as np


def best_split(X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    n = len(X)
    if n == 0 or n != len(y):
        raise ValueError("no rows, or X and y differ in length")
    classes, codes = np.unique(y, return_inverse=True)
    best = None
    for j in range(X.shape[1]):
        values = np.unique(X[:, j])
        for a, b in zip(values[:-1], values[1:]):
            t = (a + b) / 2
            left = X[:, j] < t
            impurity = sum(
                side.sum() / n * gini(codes[side], len(classes)) for side in (left, ~left)
            )
            if best is None or impurity < best[2] - 1e-12:
                best = (j, float(t), float(impurity))
    return best


def gini(codes, n_classes):
    shares = np.bincount(codes, minlength=n_classes) / len(codes)
    return 1.0 - (shares**2).sum()
