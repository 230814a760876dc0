import pytest


@pytest.fixture(scope="session")
def draw():
    """draw(seed, n, p) → points with normal features, an intercept of 2 and some noise."""
    import numpy as np

    def make(seed, n, p, shift=2.0):
        rng = np.random.default_rng(seed)
        X = rng.normal(size=(n, p))
        y = X @ rng.normal(size=p) + shift + 0.5 * rng.normal(size=n)
        return [(*map(float, x), float(t)) for x, t in zip(X, y, strict=True)]

    return make
