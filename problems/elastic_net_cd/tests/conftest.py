import pytest


@pytest.fixture(scope="session")
def draw():
    """draw(seed, n, p) → correlated columns, and y by a third of them with some noise."""
    import numpy as np

    def make(seed, n, p):
        rng = np.random.default_rng(seed)
        X = rng.normal(size=(n, p)) + 0.7 * rng.normal(size=(n, 1)) + rng.normal(size=p)
        w = np.where(np.arange(p) % 3 == 0, rng.normal(size=p) + 1.0, 0.0)
        return X, X @ w + 1.5 + 0.5 * rng.normal(size=n)

    return make
