"""Feeds of twenty posts; k is a tenth of the posts."""

FUNCTION = "merge_feeds"
SIZES = (500, 1000, 2500, 5000, 10000, 25000, 50000, 90000)


def make(size, rng):
    feeds = []
    for _ in range(max(1, size // 20)):
        scores, ids = rng.integers(0, 100_000, 20).tolist(), rng.integers(0, size, 20).tolist()
        feeds.append(sorted(zip(scores, ids, strict=True), key=lambda post: (-post[0], post[1])))
    return feeds, 10 + size // 10
