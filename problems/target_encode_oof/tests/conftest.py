import pytest


@pytest.fixture(scope="session")
def draw():
    """draw(seed, n, categories, folds) → cats, y, fold; targets are quarters, so sums are exact."""
    import numpy as np

    def make(seed, n, categories, folds):
        rng = np.random.default_rng(seed)
        cats = [f"c{code}" for code in rng.integers(0, categories, n).tolist()]
        y = (rng.integers(-40, 80, n) / 4).tolist()
        fold = rng.integers(0, folds, n).tolist()
        fold[:2] = [0, 1]
        return cats, y, fold

    return make
