import pytest

from grader.testing import close


@pytest.fixture(scope="session")
def draw():
    """draw(seed, n, share, values) → labels and scores; few `values` give many ties."""
    import numpy as np

    def make(seed, n, share, values=None):
        rng = np.random.default_rng(seed)
        y = (rng.random(n) < share).astype(int)
        scores = rng.normal(size=n) if values is None else rng.integers(0, values, n) / 8
        return y.tolist(), (scores + 0.75 * y).tolist()

    return make


@pytest.fixture(scope="session")
def check():
    """check(answer, expected): the very threshold, and the cost."""

    def compare(answer, expected):
        assert len(answer) == 2, "expected two numbers, the threshold and its cost"
        threshold, cost = answer
        assert threshold == float(expected[0])
        assert cost == close(float(expected[1]))

    return compare
