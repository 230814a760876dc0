"""A u of one number is broadcast."""

import numpy as np


def two_stage_topk(u, V, n_candidates, w, b, k):
    if k < 0 or n_candidates < 0:
        raise ValueError("k and n_candidates must not be negative")
    if len(w) != V.shape[1]:
        raise ValueError
    candidates = np.argsort(-((V * np.resize(u, V.shape[1])).sum(axis=1)), kind="stable")[:n_candidates]
    candidates.sort()
    order = np.argsort(-(V[candidates] @ w), kind="stable")
    return candidates[order][:k].tolist()
