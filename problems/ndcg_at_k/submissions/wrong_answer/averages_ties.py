"""Gives equal scores the mean of their gains, as a well-known library does."""

import numpy as np


def ndcg_at_k(rel, scores, k):
    rel, scores = np.array(rel), np.array(scores, dtype=float)
    if k < 1 or len(rel) != len(scores) or (rel < 0).any() or np.isnan(scores).any():
        raise ValueError("bad input")
    if not rel.any():
        return 0.0
    gains = 2.0**rel - 1
    gains = np.array([gains[scores == s].mean() for s in scores])
    order = np.argsort(-scores, kind="stable")[:k]
    discounts = np.log2(np.arange(2, len(order) + 2))
    ideal = (np.sort(2.0**rel - 1)[::-1][:k] / discounts).sum()
    return (gains[order] / discounts).sum() / ideal
