"""Stops before the rows are labelled anew when centroids hardly moved."""

import numpy as np


def _label(P, M):
    best = np.full(len(P), np.inf)
    lab = np.zeros(len(P), dtype=int)
    for t, m in enumerate(M):
        diff = P - m
        d2 = np.einsum("ij,ij->i", diff, diff)
        closer = d2 < best
        lab[closer] = t
        best[closer] = d2[closer]
    return lab, best


def _lloyd(P, M, max_iter):
    M = M.copy()
    k = len(M)
    lab, best = _label(P, M)
    for _ in range(max_iter):
        before = M.copy()
        for t in range(k):
            mine = lab == t
            if mine.any():
                M[t] = P[mine].mean(axis=0)
        if np.abs(M - before).max() < 1e-4:
            break
        lab, best = _label(P, M)
    return M, lab, float(best.sum())


def kmeans(X, k, init=None, seed=0, max_iter=100):
    P = np.array(X, dtype=float)
    n = len(P)
    if k < 1 or k > n or max_iter < 1:
        raise ValueError("bad arguments")
    if init is not None:
        return _lloyd(P, np.array(init, dtype=float), max_iter)
    rng = np.random.default_rng(seed)
    out = None
    for _ in range(10):
        chosen = [int(rng.integers(n))]
        d2 = ((P - P[chosen[0]]) ** 2).sum(axis=1)
        while len(chosen) < k:
            total = d2.sum()
            i = int(rng.choice(n, p=d2 / total)) if total > 0 else int(rng.integers(n))
            chosen.append(i)
            d2 = np.minimum(d2, ((P - P[i]) ** 2).sum(axis=1))
        res = _lloyd(P, P[chosen], max_iter)
        if out is None or res[2] < out[2]:
            out = res
    return out
