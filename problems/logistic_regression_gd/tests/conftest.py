import pytest


@pytest.fixture(scope="session")
def draw():
    """draw(seed, n, p) → normal columns of different scale, and labels that they explain in part."""
    import numpy as np

    def make(seed, n, p):
        rng = np.random.default_rng(seed)
        X = rng.normal(size=(n, p)) * np.linspace(0.5, 2.0, p) + 0.3
        y = (X @ rng.normal(size=p) + 0.5 + rng.normal(size=n) > 0).astype(int)
        return X, y

    return make
