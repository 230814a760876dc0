"""Whether a feature varies is told by its range, in its own type."""

import numpy as np


def gaussian_nb(X, y, Q):
    if len(X) == 0 or len(X) != len(y):
        raise ValueError("no rows, or different lengths")
    X, y, Q = np.asarray(X), np.asarray(y), np.asarray(Q)
    if (np.ptp(X, axis=0) <= 0).all():
        raise ValueError("no feature varies")
    small = 1e-9 * X.var(axis=0).max()
    labels = np.unique(y)
    table = np.empty((len(Q), len(labels)))
    for column, label in enumerate(labels):
        rows = X[y == label]
        mean, var = rows.mean(axis=0), rows.var(axis=0) + small
        distance = ((Q - mean) ** 2 / var).sum(axis=1)
        table[:, column] = np.log(len(rows) / len(X)) - 0.5 * (np.log(2 * np.pi * var).sum() + distance)
    best = table.argmax(axis=1) if len(Q) else np.empty(0, dtype=int)
    return labels[best], table
