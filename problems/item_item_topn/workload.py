"""Ten ratings for each user, five for each item: few of all pairs of items have a user in common."""

import numpy as np

FUNCTION = "item_item_topn"
SIZES = (200, 800, 2500, 8000, 20000)


def make(size, rng):
    users, items = size // 10, size // 5
    pairs = np.unique(rng.integers(0, users * items, size))
    pairs = rng.permutation(pairs)
    ratings = rng.integers(2, 11, len(pairs)) / 2
    triples = zip(
        (pairs // items).tolist(), (pairs % items).tolist(), ratings.tolist(), strict=True
    )
    return list(triples), 5


def same(expected, actual):
    """Cosines are rounded to six decimals: one that lies between two of them may go either way."""
    from grader.testing import Answer, close

    return bool(Answer(actual) == close(expected, rtol=0.0, atol=1.5e-6))
