"""The scores of a repeated post are added up."""

from collections import Counter


def merge_feeds(feeds, k):
    if k < 0:
        raise ValueError
    total = Counter()
    for feed in feeds:
        for score, post in feed:
            total[post] += score
    return sorted(total, key=lambda post: (-total[post], post))[:k]
