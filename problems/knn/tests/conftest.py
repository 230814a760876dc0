import pytest


@pytest.fixture(scope="session")
def draw():
    """Random problems: draw(seed, n, d, q, low, high, labels) → X, y, queries."""
    import numpy as np

    def make(seed, n, d, q, high, labels):
        rng = np.random.default_rng(seed)
        X = rng.integers(-high, high + 1, (n, d)).tolist()
        queries = rng.integers(-high, high + 1, (q, d)).tolist()
        return X, [labels[i] for i in rng.integers(0, len(labels), n)], queries

    return make
