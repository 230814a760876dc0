import pytest


@pytest.fixture(scope="session")
def draw():
    """draw(seed, n, p) → columns of different means, and y by all of them with some noise."""
    import numpy as np

    def make(seed, n, p):
        rng = np.random.default_rng(seed)
        X = rng.normal(size=(n, p)) + rng.normal(size=p)
        return X, X @ rng.normal(size=p) + 2.0 + 0.3 * rng.normal(size=n)

    return make
