"""Divides by an ideal that may be 0."""

from math import isnan, log2


def ndcg_at_k(rel, scores, k):
    if k < 1 or len(rel) != len(scores) or any(r < 0 for r in rel) or any(isnan(s) for s in scores):
        raise ValueError("bad input")
    order = sorted(range(len(rel)), key=lambda i: -scores[i])[:k]
    gain = sum((2 ** rel[i] - 1) / log2(p + 2) for p, i in enumerate(order))
    return gain / sum((2**r - 1) / log2(p + 2) for p, r in enumerate(sorted(rel)[::-1][:k]))
