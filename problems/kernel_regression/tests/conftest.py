import pytest


@pytest.fixture(scope="session")
def draw():
    """Random points: draw(seed, n, q, width) → x, y, queries."""
    import numpy as np

    def make(seed, n, q, width):
        rng = np.random.default_rng(seed)
        x = rng.uniform(-width, width, n)
        return x.tolist(), rng.normal(5.0, 2.0, n).tolist(), rng.uniform(-width, width, q).tolist()

    return make
