"""Lets a library rank."""

from math import log2

from scipy.stats import rankdata


def ndcg_at_k(rel, scores, k):
    places = rankdata([-s for s in scores], method="ordinal")
    gain = sum((2**r - 1) / log2(p + 1) for r, p in zip(rel, places) if p <= k)
    return gain / sum((2**r - 1) / log2(p + 2) for p, r in enumerate(sorted(rel)[::-1][:k]))
