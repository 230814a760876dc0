"""The small number is added only where a variance is 0."""

import numpy as np


def gaussian_nb(X, y, Q):
    if len(X) == 0 or len(X) != len(y):
        raise ValueError("no rows, or different lengths")
    X, y, Q = np.asarray(X, dtype=float), np.asarray(y), np.asarray(Q, dtype=float)
    small = 1e-9 * X.var(axis=0).max()
    if small == 0:
        raise ValueError("no feature varies")
    labels = np.unique(y)
    table = np.empty((len(Q), len(labels)))
    for column, label in enumerate(labels):
        rows = X[y == label]
        mean, var = rows.mean(axis=0), np.where(rows.var(axis=0) == 0, small, rows.var(axis=0))
        distance = ((Q - mean) ** 2 / var).sum(axis=1)
        table[:, column] = np.log(len(rows) / len(X)) - 0.5 * (np.log(2 * np.pi * var).sum() + distance)
    best = table.argmax(axis=1) if len(Q) else []
    return labels[np.asarray(best, dtype=int)], table
