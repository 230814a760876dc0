import pytest


@pytest.fixture(scope="session")
def draw():
    """Random problems of whole numbers: draw(seed, n, d, high) → u, V, w."""
    import numpy as np

    def make(seed, n, d, high):
        rng = np.random.default_rng(seed)
        V = rng.integers(-high, high + 1, (n, d)).astype(float)
        return rng.integers(-3, 4, d).astype(float), V, rng.integers(-3, 4, d).astype(float)

    return make
