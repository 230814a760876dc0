from fractions import Fraction

import pytest


def _splits(X, y):
    """(j, t, rows on the left, exact impurity) of every split, in the order of rule 2."""
    n, labels = len(X), y.tolist()
    for j in range(X.shape[1]):
        column = X[:, j].tolist()
        values = sorted(set(column))
        for a, b in zip(values, values[1:]):
            left = [i for i in range(n) if column[i] <= a]
            impurity = Fraction(0)
            for side in (left, [i for i in range(n) if column[i] > a]):
                own = [labels[i] for i in side]
                impurity += Fraction(len(own), n)
                impurity -= sum(Fraction(own.count(c) ** 2, n * len(own)) for c in set(own))
            yield j, (a + b) / 2, impurity


@pytest.fixture(scope="session")
def splits():
    """splits(X, y) → list of (j, t, exact impurity), by j and then t."""
    return lambda X, y: list(_splits(X, y))


@pytest.fixture(scope="session")
def draw():
    """draw(seed, n, d, values, classes) → whole numbers from a few values, and labels."""
    import numpy as np

    def make(seed, n, d, values, classes):
        rng = np.random.default_rng(seed)
        return rng.integers(-values, values + 1, (n, d)).astype(float), rng.integers(0, classes, n)

    return make
