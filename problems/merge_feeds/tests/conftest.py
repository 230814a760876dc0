import pytest


@pytest.fixture(scope="session")
def draw():
    """Random feeds: draw(seed, feeds, posts, ids, scores) → sorted lists of (score, id)."""
    import numpy as np

    def make(seed, n_feeds, n_posts, ids, scores):
        rng = np.random.default_rng(seed)
        return [
            sorted(((int(s) - scores // 2, int(i)) for s, i in
                    zip(rng.integers(0, scores, n), rng.integers(0, ids, n), strict=True)),
                   key=lambda post: (-post[0], post[1]))
            for n in rng.integers(0, n_posts + 1, n_feeds)
        ]

    return make
