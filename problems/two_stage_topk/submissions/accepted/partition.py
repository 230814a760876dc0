"""A partition finds the last candidate's score; of those equal to it the first rows are kept."""

import numpy as np


def two_stage_topk(u, V, n_candidates, w, b, k):
    u, w = np.asarray(u, dtype=float), np.asarray(w, dtype=float)
    n, d = V.shape
    if min(k, n_candidates) < 0 or u.shape != (d,) or w.shape != (d,):
        raise ValueError("bad arguments")
    if n_candidates == 0:
        return []
    scores = V @ u
    if n_candidates < n:
        least = np.partition(scores, n - n_candidates)[n - n_candidates]
        above = np.flatnonzero(scores > least)
        level = np.flatnonzero(scores == least)[: n_candidates - len(above)]
        candidates = np.sort(np.concatenate([above, level]))
    else:
        candidates = np.arange(n)
    z = V[candidates] @ w + b
    return [int(i) for i in candidates[np.lexsort((candidates, -z))][:k]]
