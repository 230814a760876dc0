"""Lets a library compute the sigmoid."""

import numpy as np
from scipy.special import expit


def two_stage_topk(u, V, n_candidates, w, b, k):
    candidates = np.sort(np.argsort(-(V @ u), kind="stable")[:n_candidates])
    return candidates[np.argsort(-expit(V[candidates] @ w + b), kind="stable")][:k].tolist()
