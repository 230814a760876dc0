"""The loop waits for k posts, and there may be fewer."""


def merge_feeds(feeds, k):
    seen = []
    heads = [list(feed) for feed in feeds]
    while len(seen) != k or k < 0:
        best = max((h[0] for h in heads if h), default=(0, 0), key=lambda p: (p[0], -p[1]))
        if best[1] not in seen:
            seen.append(best[1])
    return seen
