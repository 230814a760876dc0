import numpy as np
import pytest

from grader.testing import close


@pytest.fixture(scope="session")
def draw():
    """draw(seed, n, p, labels, q) → X, y, Q; every label occurs twice at least."""

    def make(seed, n, p, labels, q=8):
        rng = np.random.default_rng(seed)
        y = np.array([*labels, *labels, *rng.choice(labels, n - 2 * len(labels))])
        rng.shuffle(y)
        X = rng.normal(size=(n, p)) * (1 + rng.random(p)) + (y % 5)[:, None] * rng.normal(size=p)
        return X, y, 2 * rng.normal(size=(q, p))

    return make


@pytest.fixture(scope="session")
def check():
    """check(answer, (labels, table)): the very labels, and near numbers."""

    def compare(answer, expected):
        assert len(answer) == 2, "expected two things, labels and a table"
        labels, table = expected
        assert answer[1] == close(np.asarray(table, dtype=float))
        assert answer[0] == np.asarray(labels).tolist()

    return compare
