import pytest


@pytest.fixture(scope="session")
def draw():
    """draw(seed, n) → true and estimated minutes, late more often than early."""
    import numpy as np

    def make(seed, n):
        rng = np.random.default_rng(seed)
        y = rng.gamma(4.0, 3.0, n) + 0.5
        return y.tolist(), (y * rng.uniform(0.6, 1.2, n)).tolist()

    return make
