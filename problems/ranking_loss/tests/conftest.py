import pytest


@pytest.fixture(scope="session")
def draw():
    """draw(seed, n, share, values) → labels and scores; few `values` give many ties."""
    import numpy as np

    def make(seed, n, share, values=None):
        rng = np.random.default_rng(seed)
        y = (rng.random(n) < share).astype(int)
        y[:2] = 1, 0
        scores = rng.normal(size=n) if values is None else rng.integers(0, values, n) / 8
        return y.tolist(), (scores + 0.25 * y).tolist()

    return make
