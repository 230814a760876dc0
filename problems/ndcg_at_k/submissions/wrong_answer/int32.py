"""Holds gains in 32 bits."""

import numpy as np


def ndcg_at_k(rel, scores, k):
    rel, scores = np.array(rel), np.array(scores, dtype=float)
    if k < 1 or len(rel) != len(scores) or (rel < 0).any() or np.isnan(scores).any():
        raise ValueError("bad input")
    if not rel.any():
        return 0.0
    gains = (np.left_shift(1, rel, dtype=np.int32) - 1).astype(float)
    order = np.argsort(-scores, kind="stable")[:k]
    discounts = np.log2(np.arange(2, len(order) + 2))
    ideal = (np.sort(gains)[::-1][:k] / discounts).sum()
    return (gains[order] / discounts).sum() / ideal
