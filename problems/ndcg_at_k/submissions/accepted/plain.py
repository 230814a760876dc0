"""Plain Python, by the formulas."""

from math import isnan, log2


def ndcg_at_k(rel, scores, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    if len(rel) != len(scores):
        raise ValueError("as many scores as relevances are needed")
    if any(r < 0 for r in rel) or any(isnan(score) for score in scores):
        raise ValueError("relevances must not be negative, and scores not be NaN")
    ranking = sorted(range(len(rel)), key=lambda index: -scores[index])
    ideal = _dcg(sorted(rel, reverse=True)[:k])
    return _dcg([rel[index] for index in ranking[:k]]) / ideal if ideal else 0.0


def _dcg(rel):
    return sum((2**r - 1) / log2(place + 2) for place, r in enumerate(rel))
