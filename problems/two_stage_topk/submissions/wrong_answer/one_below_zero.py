"""Refuses one number below 0, and not two."""

import numpy as np


def two_stage_topk(u, V, n_candidates, w, b, k):
    if (k < 0) != (n_candidates < 0):
        raise ValueError("k and n_candidates must not be negative")
    if np.shape(u) != (V.shape[1],) or np.shape(w) != (V.shape[1],):
        raise ValueError("u and w must have the length of a row")
    candidates = np.argsort(-(V @ u), kind="stable")[:n_candidates]
    candidates.sort()
    order = np.argsort(-(V[candidates] @ w), kind="stable")
    return candidates[order][:k].tolist()
