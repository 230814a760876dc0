"""numpy, with a stable sort."""

import numpy as np


def ndcg_at_k(rel, scores, k):
    if k < 1 or len(rel) != len(scores):
        raise ValueError("k below 1, or lists of different length")
    rel, scores = np.array(rel, dtype=float), np.array(scores, dtype=float)
    if (rel < 0).any() or np.isnan(scores).any():
        raise ValueError("a negative relevance, or a score that is NaN")
    gains = np.exp2(rel) - 1
    discounts = 1 / np.log2(np.arange(min(k, len(gains))) + 2)
    order = np.argsort(-scores, kind="stable")
    ideal = np.sort(gains)[::-1][: len(discounts)] @ discounts
    if ideal == 0:
        return 0.0
    return gains[order][: len(discounts)] @ discounts / ideal
