import pytest


@pytest.fixture(scope="session")
def draw():
    """draw(seed, n, p, h) → X, y, W1, b1, W2, b2, all normal, no unit near its kink."""
    import numpy as np

    def make(seed, n, p, h):
        rng = np.random.default_rng(seed)
        while True:
            X, W1 = rng.normal(size=(n, p)), rng.normal(size=(p, h))
            b1 = rng.normal(size=h)
            if np.abs(X @ W1 + b1).min() > 1e-3:
                break
        return X, rng.integers(0, 2, n), W1, b1, rng.normal(size=h), float(rng.normal())

    return make
