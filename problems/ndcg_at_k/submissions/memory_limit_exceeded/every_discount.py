"""Computes the discounts of two hundred million places in advance."""

import numpy as np


def ndcg_at_k(rel, scores, k):
    discounts = 1 / np.log2(np.arange(2, 200_000_000))
    gains = 2.0 ** np.array(rel) - 1
    order = np.argsort(-np.array(scores), kind="stable")[:k]
    best = np.sort(gains)[::-1][:k]
    return (gains[order] * discounts[: len(order)]).sum() / (best * discounts[: len(best)]).sum()
