"""Counts the places from 0, and divides by log2(1) = 0."""

from math import log2


def ndcg_at_k(rel, scores, k):
    order = sorted(range(len(rel)), key=lambda i: -scores[i])[:k]
    gain = sum((2 ** rel[i] - 1) / log2(p + 1) for p, i in enumerate(order))
    return gain / sum((2**r - 1) / log2(p + 1) for p, r in enumerate(sorted(rel)[::-1][:k]))
