"""Only the length of u is checked; a w of one number is broadcast."""

import numpy as np


def two_stage_topk(u, V, n_candidates, w, b, k):
    if k < 0 or n_candidates < 0:
        raise ValueError("k and n_candidates must not be negative")
    if np.shape(u) != (V.shape[1],):
        raise ValueError
    candidates = np.argsort(-(V @ u), kind="stable")[:n_candidates]
    candidates.sort()
    order = np.argsort(-((V[candidates] * np.resize(w, V.shape[1])).sum(axis=1)), kind="stable")
    return candidates[order][:k].tolist()
