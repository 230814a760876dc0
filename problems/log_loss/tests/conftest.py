import pytest


@pytest.fixture(scope="session")
def draw():
    """draw(seed, n, low, high) → labels and probabilities between low and high."""
    import numpy as np

    def make(seed, n, low=0.02, high=0.98):
        rng = np.random.default_rng(seed)
        return rng.integers(0, 2, n).tolist(), rng.uniform(low, high, n).tolist()

    return make
