import pytest


@pytest.fixture(scope="session")
def draw():
    """draw(seed, n, p, n_val) → X, y, X_val and y_val of the same noisy linear law."""
    import numpy as np

    def make(seed, n, p, n_val=12):
        rng = np.random.default_rng(seed)
        X = rng.normal(size=(n + n_val, p)) * np.arange(1, p + 1) + rng.normal(size=p) * 3
        y = X @ rng.normal(size=p) + 4.0 + rng.normal(size=n + n_val)
        return X[:n], y[:n], X[n:], y[n:]

    return make
