"""A dict keeps the last score of a repeated post, not the best."""


def merge_feeds(feeds, k):
    if k < 0:
        raise ValueError
    scores = {post: score for feed in feeds for score, post in feed}
    return sorted(scores, key=lambda post: (-scores[post], post))[:k]
