"""The examples of the prompt."""

import numpy as np
import pytest

from grader.testing import close, items

X = np.array([[0, 0], [1, 0], [9, 0], [10, 3]])


@pytest.mark.hint("Label, then rounds of means and labels until no label changes (rule 2).")
def test_two_clusters(candidate):
    """The first example: two clusters"""
    found = items(candidate.kmeans(X, 2, init=np.array([[0, 0], [1, 0]])), 3)
    assert found[0] == close([[0.5, 0.0], [9.5, 1.5]])
    assert found[1] == [0, 0, 1, 1]
    assert found[2] == close(5.5)


@pytest.mark.hint("The labels are those of the centroids that are returned (rule 4).")
def test_one_round(candidate):
    """The second example: one round"""
    found = items(candidate.kmeans(X, 2, init=np.array([[0, 0], [1, 0]]), max_iter=1), 3)
    assert found[0] == close([[0.0, 0.0], [20 / 3, 1.0]])
    assert found[1] == [0, 0, 1, 1]
    assert found[2] == close(22.5555555556)


@pytest.mark.hint("Between equally near centroids the lowest index wins (rule 1).")
def test_equally_far(candidate):
    """The third example: a row equally far from two centroids"""
    line, init = np.array([[0.0], [1.0], [2.0]]), np.array([[0.0], [2.0]])
    found = items(candidate.kmeans(line, 2, init=init, max_iter=1), 3)
    assert found[0] == close([[0.5], [2.0]])
    assert found[1] == [0, 0, 1]
    assert found[2] == close(0.5)


@pytest.mark.hint("A centroid without rows stays where it is (rule 3).")
def test_left_alone(candidate):
    """The fourth example: a centroid without rows"""
    found = items(candidate.kmeans(np.array([[1.0], [2.0]]), 2, init=np.array([[1.5], [50.0]])), 3)
    assert found[0] == close([[1.5], [50.0]])
    assert found[1] == [0, 0]
    assert found[2] == close(0.5)


@pytest.mark.hint("k above the number of rows must raise ValueError (rule 9).")
def test_k_above_n(candidate):
    """The fifth example: more clusters than rows"""
    with pytest.raises(ValueError):
        candidate.kmeans(np.array([[1.0], [2.0]]), 3)
