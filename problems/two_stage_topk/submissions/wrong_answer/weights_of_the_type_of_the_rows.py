"""The weights get the type of the rows."""

import numpy as np


def two_stage_topk(u, V, n_candidates, w, b, k):
    if k < 0 or n_candidates < 0 or V.shape[1] != len(u) or V.shape[1] != len(w):
        raise ValueError("bad input")
    n = len(V)
    m = min(n_candidates, n)
    if m == 0 or k == 0:
        return []
    V = V
    s = V @ u
    if m < n:
        cut = np.partition(s, n - m)[n - m]
        above = np.flatnonzero(s > cut)
        equal = np.flatnonzero(s == cut)
        cand = np.sort(np.concatenate([above, equal[: m - len(above)]]))
    else:
        cand = np.arange(n)
    z = V[cand] @ w.astype(V.dtype)
    order = np.argsort(-z, kind="stable")[:k]
    return cand[order].tolist()
