"""The examples of the prompt."""

import numpy as np
import pytest

from grader.testing import array, items

X = np.array([[0.0], [1.0], [2.0], [10.0], [11.0], [12.0]])
y = np.array([3, 3, 3, 8, 8, 8])


@pytest.mark.hint("Two groups far apart, and the majority of 25 trees.")
def test_two_groups(candidate):
    """The first example: two groups"""
    found = items(candidate.random_forest(X, y, np.array([[-5.0], [20.0]]), 25, 3, 1, 0), 2)
    assert found[0] == [3, 8]


@pytest.mark.hint("out_of_bag has one sorted array of row indices for each tree.")
def test_out_of_bag(candidate):
    """The first example: rows out of the bag"""
    found = items(candidate.random_forest(X, y, np.array([[-5.0], [20.0]]), 25, 3, 1, 0), 2)
    assert len(found[1]) == 25, "one array for each tree is expected"
    for rows in found[1]:
        own = array(rows, (None,), "int") if len(rows) else np.zeros(0, dtype=int)
        assert sorted(set(own.tolist())) == own.tolist(), "indices are not sorted"
        assert all(0 <= i < 6 for i in own), "an index is not that of a row"


@pytest.mark.hint("With one class every leaf says that class.")
def test_one_class(candidate):
    """The second example: one class"""
    labels = np.array([4] * 6)
    assert items(candidate.random_forest(X, labels, np.array([[7.0]]), 1, 3, 1, 5), 2)[0] == [4]


@pytest.mark.hint("max_depth = 0: each tree is one leaf, the majority of its sample (rule 4).")
def test_no_depth(candidate):
    """The third example: trees without a split"""
    labels = np.array([1, 1, 1, 1, 1, 9])
    assert items(candidate.random_forest(X, labels, np.array([[12.0]]), 51, 0, 1, 2), 2)[0] == [1]


@pytest.mark.hint("max_features above the number of columns must raise ValueError (rule 8).")
def test_too_many_features(candidate):
    """The fourth example: more features than columns"""
    with pytest.raises(ValueError):
        candidate.random_forest(X, y, X, 5, 3, 2, 0)
