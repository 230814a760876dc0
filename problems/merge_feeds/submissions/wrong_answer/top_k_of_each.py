"""Only the first k entries of each feed are looked at, repeated ones among them."""


def merge_feeds(feeds, k):
    if k < 0:
        raise ValueError
    posts = sorted((-score, post) for feed in feeds for score, post in feed[:k])
    return list(dict.fromkeys(post for _, post in posts))[:k]
