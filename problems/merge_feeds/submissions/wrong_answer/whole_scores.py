"""Scores are cut off to whole numbers."""


def merge_feeds(feeds, k):
    if k < 0:
        raise ValueError
    posts = sorted((-int(score), post) for feed in feeds for score, post in feed)
    return list(dict.fromkeys(post for _, post in posts))[:k]
