"""Looks at the first relevance only."""

from math import isnan, log2


def dcg(rel):
    return sum((2**r - 1) / log2(i + 2) for i, r in enumerate(rel))


def ndcg_at_k(rel, scores, k):
    if k < 1 or len(rel) != len(scores):
        raise ValueError("bad input")
    if rel and rel[0] < 0:
        raise ValueError("a negative relevance")
    if any(isnan(s) for s in scores):
        raise ValueError("a score is NaN")
    order = sorted(range(len(rel)), key=lambda i: (-scores[i], i))
    ranked = [rel[i] for i in order]
    best = sorted(rel, reverse=True)
    ideal = dcg(best[:k])
    if ideal == 0:
        return 0.0
    return dcg(ranked[:k]) / ideal
