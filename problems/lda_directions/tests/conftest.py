import pytest


@pytest.fixture(scope="session")
def draw():
    """draw(seed, counts, p) → rows of as many slanted classes, and their labels, mixed."""
    import numpy as np

    def make(seed, counts, p):
        rng = np.random.default_rng(seed)
        slant = np.eye(p) + 0.6 * rng.normal(size=(p, p))
        y = rng.permutation(np.repeat(np.arange(len(counts)), counts))
        means = rng.normal(size=(len(counts), p)) * np.linspace(3.0, 1.0, p)
        return means[y] + rng.normal(size=(len(y), p)) @ slant, y

    return make


@pytest.fixture(scope="session")
def scatter():
    """scatter(X, y) → S_w, S_b as they are written in the prompt."""
    import numpy as np

    def make(X, y):
        X = np.asarray(X, dtype=float)
        within = between = np.zeros((X.shape[1], X.shape[1]))
        for c in np.unique(y):
            own = X[y == c]
            apart = own.mean(axis=0) - X.mean(axis=0)
            within = within + (own - own.mean(axis=0)).T @ (own - own.mean(axis=0))
            between = between + len(own) * np.outer(apart, apart)
        return within, between

    return make
