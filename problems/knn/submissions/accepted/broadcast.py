"""numpy, all pairs at once: correct, and hungry."""

import numpy as np


def knn_predict(train_X, train_y, queries, k):
    if k < 1 or len(train_X) == 0 or len(train_X) != len(train_y):
        raise ValueError("bad input")
    if not queries:
        return np.array([], dtype=int)
    X, Q, y = np.array(train_X), np.array(queries), np.array(train_y)
    distances = ((Q[:, None, :] - X[None, :, :]) ** 2).sum(axis=2)
    order = np.argsort(distances, axis=1, kind="stable")[:, :k]
    result = []
    for row in y[order]:
        values, first, counts = np.unique(row, return_index=True, return_counts=True)
        best = counts == counts.max()
        result.append(values[best][np.argmin(first[best])])
    return np.array(result)
