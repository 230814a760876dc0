import pytest


@pytest.fixture(scope="session")
def draw():
    """draw(seed, n, labels, right) → true and predicted labels; `right` is the share of hits."""
    import numpy as np

    def make(seed, n, labels, right=0.5):
        rng = np.random.default_rng(seed)
        truth = [labels[i] for i in rng.integers(0, len(labels), n)]
        guess = [labels[i] for i in rng.integers(0, len(labels), n)]
        return truth, [t if hit else g for t, g, hit in zip(truth, guess, rng.random(n) < right)]

    return make
