"""The middle is half the way from one value to the next, in their own type."""

import numpy as np


def best_split(X, y):
    X, y = np.asarray(X), np.asarray(y)
    n = len(X)
    if n == 0 or n != len(y):
        raise ValueError("no rows, or X and y differ in length")
    classes, codes = np.unique(y, return_inverse=True)
    best = None
    for j in range(X.shape[1]):
        order = np.argsort(X[:, j], kind="stable")
        values, labels = X[order, j], codes[order]
        for cut in np.flatnonzero(values[1:] != values[:-1]):
            impurity = sum(
                len(side) / n * gini(side, len(classes)) for side in (labels[: cut + 1], labels[cut + 1 :])
            )
            if best is None or impurity < best[2]:
                best = (j, float(values[cut] + (values[cut + 1] - values[cut]) / 2), float(impurity))
    return best


def gini(codes, n_classes):
    shares = np.bincount(codes, minlength=n_classes) / len(codes)
    return 1.0 - (shares**2).sum()
