"""Sorted by score alone: at equal scores the order of the feeds decides."""


def merge_feeds(feeds, k):
    if k < 0:
        raise ValueError
    posts = sorted((post for feed in feeds for post in feed), key=lambda post: -post[0])
    return list(dict.fromkeys(i for _, i in posts))[:k]
