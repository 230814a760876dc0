"""numpy: counts on the left of every threshold at once, by a cumulative sum over sorted rows."""

import numpy as np


def best_split(X, y):
    X, y = np.asarray(X, dtype=np.float64), np.asarray(y)
    n = len(X)
    if n == 0 or n != len(y):
        raise ValueError("no rows, or X and y differ in length")
    classes, codes = np.unique(y, return_inverse=True)
    total = np.bincount(codes)
    left_size = np.arange(1, n)
    best = None
    for j in range(X.shape[1]):
        order = np.argsort(X[:, j], kind="stable")
        x, c = X[order, j], codes[order]
        cuts = np.flatnonzero(x[1:] > x[:-1])
        if len(cuts) == 0:
            continue
        left_squares, right_squares = np.zeros(len(cuts)), np.zeros(len(cuts))
        for k, count in enumerate(total):
            left = np.cumsum(c == k)[cuts]
            left_squares += left.astype(float) ** 2
            right_squares += (count - left).astype(float) ** 2
        left_n = left_size[cuts]
        right_n = n - left_n
        left_gini = 1 - left_squares / left_n**2
        right_gini = 1 - right_squares / right_n**2
        impurity = (left_n * left_gini + right_n * right_gini) / n
        at = int(np.argmin(impurity))
        if best is None or impurity[at] < best[2]:
            best = (j, (x[cuts[at]] + x[cuts[at] + 1]) / 2, impurity[at])
    return best
