"""Goes through k places, though there may be fewer items."""

from math import isnan, log2


def ndcg_at_k(rel, scores, k):
    if k < 1 or len(rel) != len(scores) or any(r < 0 for r in rel) or any(isnan(s) for s in scores):
        raise ValueError("bad input")
    order = sorted(range(len(rel)), key=lambda i: -scores[i])
    best = sorted(rel, reverse=True)
    gain = sum((2 ** rel[order[p]] - 1) / log2(p + 2) for p in range(k))
    ideal = sum((2 ** best[p] - 1) / log2(p + 2) for p in range(k))
    return gain / ideal if ideal else 0.0
