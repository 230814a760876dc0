import pytest


@pytest.fixture(scope="session")
def draw():
    """Random bids and rates whose scores are exact: draw(seed, n, bids, rates)."""
    import numpy as np

    def make(seed, n, n_bids, n_rates):
        rng = np.random.default_rng(seed)
        bids = (rng.integers(0, n_bids, n) / 2).tolist()
        return bids, (2.0 ** -rng.integers(0, n_rates, n)).tolist()

    return make
