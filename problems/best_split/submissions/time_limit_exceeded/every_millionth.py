"""Waits for a threshold to come by in steps of a millionth."""

import numpy as np


def best_split(X, y):
    best = None
    for j in range(X.shape[1]):
        t = float(X[:, j].min())
        while t < X[:, j].max():
            left = X[:, j] <= t
            impurity = 0.0
            for side in (left, ~left):
                _, counts = np.unique(y[side], return_counts=True)
                impurity += (counts.sum() - (counts**2).sum() / counts.sum()) / len(X)
            if best is None or impurity < best[2]:
                best = (j, t, impurity)
            t += 1e-6
    return best
