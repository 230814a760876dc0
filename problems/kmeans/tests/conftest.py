import pytest


@pytest.fixture(scope="session")
def draw():
    """draw(seed, n, d, k) → normal rows, and k centroids near some of them."""
    import numpy as np

    def make(seed, n, d, k):
        rng = np.random.default_rng(seed)
        X = rng.normal(size=(n, d)) * [3.0, *[1.0] * (d - 1)]
        return X, X[rng.choice(n, k, replace=False)] + 0.1 * rng.normal(size=(k, d))

    return make


@pytest.fixture(scope="session")
def blobs():
    """blobs(seed) → 48 rows around 8 centres, and the centres; one start in two goes wrong."""
    import numpy as np

    def make(seed):
        rng = np.random.default_rng(seed)
        centres = rng.uniform(-10, 10, (8, 2))
        rows = centres[:, None] + rng.normal(size=(8, 6, 2)) * 0.4
        return np.round(rows.reshape(-1, 2), 3), centres

    return make
