"""Distances as products of tables, block by block; the k smallest without a sort."""

import numpy as np

BLOCK = 512


def knn_impute(X, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    X = np.asarray(X, dtype=float)
    there = ~np.isnan(X)
    mask = there.astype(float)
    counts = mask.sum(axis=0)
    means = np.where(there, X, 0.0).sum(axis=0) / np.maximum(counts, 1)
    # From near the middle, and by a whole number: so whole numbers stay exact.
    values = np.where(there, X - np.round(means), 0.0)
    squares = values**2
    filled = np.where(there, X, means)
    rows = np.flatnonzero(~there.all(axis=1))
    for start in range(0, len(rows), BLOCK):
        block = rows[start : start + BLOCK]
        common = mask[block] @ mask.T
        distance = squares[block] @ mask.T + mask[block] @ squares.T
        distance -= 2 * (values[block] @ values.T)
        with np.errstate(invalid="ignore", divide="ignore"):
            distance /= common
        distance[common == 0] = np.inf
        for j in range(X.shape[1]):
            own = np.flatnonzero(~there[block, j])
            donors = np.flatnonzero(there[:, j])
            if len(own) and len(donors):
                part = distance[np.ix_(own, donors)]
                fill(filled, block[own], j, part, X[donors, j], k)
    return filled


def fill(filled, rows, j, distance, values, k):
    known = np.isfinite(distance)
    taken = np.minimum(known.sum(axis=1), k)
    some = taken > 0
    rows, distance, known, taken = rows[some], distance[some], known[some], taken[some]
    if not len(rows):
        return
    if k < distance.shape[1]:
        last = np.partition(distance, k - 1, axis=1)[:, k - 1 : k]
        below, at = distance < last, known & (distance == last)
        room = taken - below.sum(axis=1)
        many = np.flatnonzero(at.sum(axis=1) > room)
        at[many] &= at[many].cumsum(axis=1) <= room[many, None]
        known = below | at
    filled[rows, j] = known @ values / taken
