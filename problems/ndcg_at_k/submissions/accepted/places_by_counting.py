"""Without a sort of the ranking: the place of an item is the number of items that beat it."""

import heapq
from bisect import bisect_left
from math import log


def ndcg_at_k(rel, scores, k):
    if not (k >= 1 and len(rel) == len(scores) and all(r >= 0 for r in rel)):
        raise ValueError("k, lengths or relevances are not as they should be")
    if any(score != score for score in scores):
        raise ValueError("a score is NaN")
    ascending = sorted(scores)
    seen = {}
    total = 0.0
    for r, score in zip(rel, scores):
        equal_before = seen.get(score, 0)
        seen[score] = equal_before + 1
        place = len(scores) - bisect_left(ascending, score) - scores.count(score) + equal_before
        if place < k:
            total += ((1 << r) - 1) * log(2) / log(place + 2)
    best = heapq.nlargest(k, rel)
    ideal = sum(((1 << r) - 1) * log(2) / log(place + 2) for place, r in enumerate(best))
    return 0.0 if ideal == 0 else total / ideal
