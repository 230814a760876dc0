"""Entries are made unique, not posts: the same id with another score stays."""


def merge_feeds(feeds, k):
    if k < 0:
        raise ValueError
    posts = {(-score, post) for feed in feeds for score, post in feed}
    return [post for _, post in sorted(posts)][:k]
