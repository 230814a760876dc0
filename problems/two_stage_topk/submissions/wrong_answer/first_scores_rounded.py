"""The scores of the first stage are rounded."""

import heapq
import numpy as np


def two_stage_topk(u, V, n_candidates, w, b, k):
    u, V, w = np.asarray(u), np.asarray(V), np.asarray(w)
    n, d = V.shape
    if k < 0 or n_candidates < 0 or len(u) != d or len(w) != d:
        raise ValueError("bad arguments")
    if k == 0 or n_candidates == 0 or n == 0:
        return []
    c = min(n_candidates, n)
    s = np.round(V @ u, 9)
    if c < n:
        cut = np.partition(s, n - c)[n - c]
        above = np.flatnonzero(s > cut)
        at = np.flatnonzero(s == cut)[:c - len(above)]
        cand = np.sort(np.concatenate([above, at]))
    else:
        cand = np.arange(n)
    z = V[cand] @ w
    order = np.argsort(-z, kind="stable")
    return [int(i) for i in cand[order][:k]]
