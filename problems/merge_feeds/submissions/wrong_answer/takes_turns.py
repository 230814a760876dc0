"""One post of each feed in turn."""

from itertools import chain, zip_longest


def merge_feeds(feeds, k):
    if k < 0:
        raise ValueError
    result = []
    for post in chain.from_iterable(zip_longest(*feeds)):
        if post and post[1] not in result:
            result.append(post[1])
    return result[:k]
