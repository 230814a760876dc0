"""Ids are compared as text."""


def merge_feeds(feeds, k):
    if k < 0:
        raise ValueError
    posts = sorted((-score, str(post)) for feed in feeds for score, post in feed)
    return [int(post) for post in dict.fromkeys(post for _, post in posts)][:k]
