from fractions import Fraction
from itertools import combinations

import pytest

from grader.testing import close


@pytest.fixture(scope="session")
def draw():
    """draw(seed, n, categories) → cats and y; categories differ in size and in their means."""
    import numpy as np

    def make(seed, n, categories):
        rng = np.random.default_rng(seed)
        share = rng.random(categories) + 0.2
        codes = [*range(categories), *rng.choice(categories, n - categories, p=share / share.sum())]
        effect = rng.normal(size=categories) * 3
        y = [float(np.round(8 * (effect[c] + rng.normal())) / 8) for c in codes]
        return [f"c{c}" for c in codes], y

    return make


def error(cats, y, left):
    """The error of a split and the means of its sides, as exact fractions."""
    total, means = Fraction(0), []
    for side in (True, False):
        values = [Fraction(v) for c, v in zip(cats, y) if (c in left) is side]
        mean = sum(values) / len(values)
        means.append(mean)
        total += sum((v - mean) ** 2 for v in values)
    return total, means


@pytest.fixture(scope="session")
def least():
    """least(cats, y): the least error, by trying all splits."""

    def search(cats, y):
        first, *others = sorted(set(cats))
        splits = (
            {first, *more} for k in range(len(others)) for more in combinations(others, k)
        )
        return float(min(error(cats, y, left)[0] for left in splits))

    return search


@pytest.fixture(scope="session")
def check():
    """check(answer, cats, y, least): a real split, its own error, and the least there is."""

    def verify(answer, cats, y, expected):
        assert len(answer) == 2, "expected a set of categories and the error"
        left, found = answer
        assert isinstance(left.value, (set, frozenset)), "the first value is not a set"
        left = set(left.value)
        assert left, "one side of the split is empty"
        assert left <= set(cats), "the set holds what is no category"
        assert left != set(cats), "one side of the split is empty"
        own, (mean, other) = error(cats, y, left)
        assert mean <= other, "the returned side is the one with the larger mean"
        assert found == close(expected)
        assert float(own) == close(expected), "the returned categories are not the best split"

    return verify
