"""The k smallest in any order, whatever is equal to the last."""

import numpy as np


def knn_impute(X, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    X = np.asarray(X, dtype=float)
    there = ~np.isnan(X)
    values = np.where(there, X, 0.0)
    filled = X.copy()
    counts = there.sum(axis=0)
    means = values.sum(axis=0) / np.maximum(counts, 1)
    for i in np.flatnonzero(~there.all(axis=1)):
        both = there & there[i]
        common = both.sum(axis=1)
        squares = np.where(both, values - values[i], 0.0) ** 2
        distance = squares.sum(axis=1) / np.maximum(common, 1)
        for j in np.flatnonzero(~there[i]):
            donors = np.flatnonzero(there[:, j] & (common > 0))
            if len(donors):
                nearest = donors[np.argpartition(distance[donors], min(k, len(donors)) - 1)[:k]]
                filled[i, j] = X[nearest, j].mean()
            else:
                filled[i, j] = means[j]
    return filled
