"""Infinite scores are cut to a billion, and large ones with them."""

import numpy as np


def ndcg_at_k(rel, scores, k):
    if k < 1 or len(rel) != len(scores):
        raise ValueError("bad arguments")
    r = np.asarray(rel, dtype=np.int64)
    s = np.asarray(scores, dtype=np.float64)
    if np.any(r < 0) or np.any(np.isnan(s)):
        raise ValueError("bad values")
    s = np.clip(s, -1e9, 1e9)  # infinities
    if len(r) == 0:
        return 0.0
    k = min(k, len(r))
    disc = 1.0 / np.log2(np.arange(k) + 2)
    order = np.argsort(-s, kind="stable")
    dcg = np.sum((2 ** r[order][:k] - 1) * disc)
    idcg = np.sum((2 ** np.sort(r)[::-1][:k] - 1) * disc)
    return float(dcg / idcg) if idcg > 0 else 0.0
