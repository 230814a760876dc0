import pytest


@pytest.fixture(scope="session")
def draw():
    """draw(seed, n, labels) → a random label for each of n rows."""
    import numpy as np

    def make(seed, n, labels):
        return np.random.default_rng(seed).choice(labels, n).tolist()

    return make
