"""Scales the scores to 0 … 1 first and takes what is no number for an error."""

from math import isnan, log2


def ndcg_at_k(rel, scores, k):
    if k < 1 or len(rel) != len(scores) or any(r < 0 for r in rel):
        raise ValueError("bad input")
    if not rel:
        return 0.0
    low, high = min(scores), max(scores)
    scaled = [(s - low) / ((high - low) or 1.0) for s in scores]
    if any(isnan(s) for s in scaled):
        raise ValueError("NaN")
    order = sorted(range(len(rel)), key=lambda i: -scaled[i])[:k]
    gain = sum((2 ** rel[i] - 1) / log2(p + 2) for p, i in enumerate(order))
    best = sum((2**r - 1) / log2(p + 2) for p, r in enumerate(sorted(rel)[::-1][:k]))
    return gain / best if best else 0.0
