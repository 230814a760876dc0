"""Distances are rounded, so that near ones tie."""

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
        dist = np.round(dist, 6)      # ties despite rounding
        for j in np.flatnonzero(~M[i]):
            donors = np.flatnonzero(M[:, j] & np.isfinite(dist))
            if len(donors):
                near = donors[np.argsort(dist[donors], kind="stable")[:k]]
                out[i, j] = X[near, j].mean()
            elif M[:, j].any():
                out[i, j] = X[M[:, j], j].mean()
            else:
                out[i, j] = 0.0
    return out
