import pytest


@pytest.fixture(scope="session")
def draw():
    """draw(seed, n, p, share) → rows around a few centres, a share of the values missing."""
    import numpy as np

    def make(seed, n, p, share=0.2):
        rng = np.random.default_rng(seed)
        X = rng.normal(size=(n, p)) + 4 * rng.integers(0, 3, size=(n, 1))
        X[rng.random((n, p)) < share] = np.nan
        return X

    return make
