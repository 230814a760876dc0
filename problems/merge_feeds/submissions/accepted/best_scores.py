"""The best score of each post first, then the k best posts."""

import heapq

import numpy as np


def merge_feeds(feeds, k):
    if k < 0:
        raise ValueError
    best = {}
    for feed in feeds:
        for score, post in feed:
            if post not in best or score > best[post]:
                best[post] = score
    return np.array(heapq.nsmallest(k, best, key=lambda post: (-best[post], post)), dtype=int)
