"""The mean of a column without donors is divided by the number of its values that are not 0."""

import numpy as np


def knn_impute(X, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    X = np.array(X, dtype=float)
    n, p = X.shape
    M = ~np.isnan(X)
    Z = np.where(M, X, 0.0)
    out = X.copy()
    for i in range(n):
        if M[i].all():
            continue
        both = M & M[i]
        cnt = both.sum(axis=1)
        sq = (np.where(both, Z - Z[i], 0.0) ** 2).sum(axis=1)
        dist = np.where(cnt > 0, sq / np.maximum(cnt, 1), np.inf)
        for j in np.flatnonzero(~M[i]):
            donors = np.flatnonzero(M[:, j] & np.isfinite(dist))
            if len(donors):
                near = donors[np.argsort(dist[donors], kind="stable")[:k]]
                out[i, j] = X[near, j].mean()
            elif Z[:, j].any():
                out[i, j] = Z[:, j].sum() / np.count_nonzero(Z[:, j])
            else:
                out[i, j] = 0.0
    return out
