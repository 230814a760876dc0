import pytest


@pytest.fixture(scope="session")
def crossed():
    """crossed(seed) → rows whose label is an exclusive or, one in twenty wrong; and clean test rows."""
    import numpy as np

    def make(seed, n=160, m=80):
        rng = np.random.default_rng(seed)
        X = rng.integers(-10, 11, (n + m, 4)).astype(float)
        clean = ((X[:, 1] > 0) ^ (X[:, 3] > 0)).astype(int)
        y = np.where(rng.random(n + m) < 0.05, 1 - clean, clean)
        return X[:n], y[:n], X[n:], clean[n:]

    return make
