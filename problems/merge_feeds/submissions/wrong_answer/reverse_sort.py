"""Tuples sorted backwards: at equal scores the larger id comes first."""


def merge_feeds(feeds, k):
    if k < 0:
        raise ValueError
    posts = sorted((post for feed in feeds for post in feed), reverse=True)
    return list(dict.fromkeys(i for _, i in posts))[:k]
