import pytest


@pytest.fixture(scope="session")
def draw():
    """draw(seed, n, shares, hit) → labels 0, 1, … of these shares, and predictions often right."""
    import numpy as np

    def make(seed, n, shares, hit=0.6):
        rng = np.random.default_rng(seed)
        y = rng.choice(len(shares), n, p=np.array(shares) / sum(shares))
        pred = np.where(rng.random(n) < hit, y, rng.integers(0, len(shares), n))
        return y.tolist(), pred.tolist()

    return make
