"""Log densities that are close count as a tie."""

import numpy as np


def gaussian_nb(X, y, Q):
    if len(X) == 0 or len(X) != len(y):
        raise ValueError("no rows, or different lengths")
    X, y, Q = np.asarray(X, dtype=float), np.asarray(y), np.asarray(Q, dtype=float)
    if (X.max(axis=0) == X.min(axis=0)).all():
        raise ValueError("no feature varies")
    small = 1e-9 * X.var(axis=0).max()
    labels = np.unique(y)
    table = np.empty((len(Q), len(labels)))
    for column, label in enumerate(labels):
        rows = X[y == label]
        mean, var = rows.mean(axis=0), rows.var(axis=0) + small
        distance = ((Q - mean) ** 2 / var).sum(axis=1)
        table[:, column] = np.log(len(rows) / len(X)) - 0.5 * (np.log(2 * np.pi * var).sum() + distance)
    best = [int(np.flatnonzero(np.isclose(row, row.max()))[0]) for row in table]
    return labels[np.asarray(best, dtype=int)], table
