import pytest


@pytest.fixture(scope="session")
def draw():
    """Random rows: draw(seed, n, d)."""
    import numpy as np

    def make(seed, n, d):
        return np.random.default_rng(seed).normal(size=(n, d)).round(3).tolist()

    return make
