"""Swaps neighbours as long as something was swapped, and never forgets that it was."""

from math import log2


def ndcg_at_k(rel, scores, k):
    order = list(range(len(rel)))
    swapped = True
    while swapped:
        for i in range(len(order) - 1):
            if scores[order[i]] < scores[order[i + 1]]:
                order[i], order[i + 1] = order[i + 1], order[i]
                swapped = True
    best = sorted(rel, reverse=True)
    gain = sum((2 ** rel[i] - 1) / log2(p + 2) for p, i in enumerate(order[:k]))
    return gain / sum((2**r - 1) / log2(p + 2) for p, r in enumerate(best[:k]))
