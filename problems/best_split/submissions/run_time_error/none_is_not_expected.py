"""The minimum of no splits raises ValueError where None is due."""

import numpy as np


def best_split(X, y):
    if len(X) == 0 or len(X) != len(y):
        raise ValueError("bad input")

    def gini(labels):
        _, counts = np.unique(labels, return_counts=True)
        return 1 - ((counts / counts.sum()) ** 2).sum()

    found = []
    for j in range(X.shape[1]):
        values = np.unique(X[:, j].astype(float))
        for t in (values[1:] + values[:-1]) / 2:
            left = X[:, j] <= t
            impurity = left.mean() * gini(y[left]) + (~left).mean() * gini(y[~left])
            found.append((impurity, j, t))
    impurity, j, t = min(found)
    return j, t, impurity
