"""All posts in one list, sorted."""


def merge_feeds(feeds, k):
    if k < 0:
        raise ValueError("k must not be negative")
    posts = sorted((-score, post) for feed in feeds for score, post in feed)
    result, seen = [], set()
    for _, post in posts:
        if len(result) == k:
            break
        if post not in seen:
            seen.add(post)
            result.append(post)
    return result
