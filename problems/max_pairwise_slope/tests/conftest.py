import pytest


@pytest.fixture(scope="session")
def draw():
    """Random points: draw(seed, n, width) with whole x, draw(seed, n) with any."""
    import numpy as np

    def make(seed, n, width=None):
        rng = np.random.default_rng(seed)
        if width is None:
            return [tuple(p) for p in rng.normal(0.0, 10.0, (n, 2)).tolist()]
        xy = rng.integers(-width, width + 1, (n, 2))
        return [tuple(p) for p in xy.tolist()]

    return make
