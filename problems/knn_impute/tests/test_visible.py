"""The examples of the prompt."""

import numpy as np
import pytest

from grader.testing import close

nan = np.nan


@pytest.mark.hint("The nearest rows that have the value; the plain mean of k of them (rule 3).")
@pytest.mark.parametrize(("k", "value"), [(1, 200.0), (2, 160.0), (3, 340.0), (9, 340.0)])
def test_square_footage(candidate, k, value):
    """The first example: a flat without square footage"""
    X = np.array([[3, 200.0], [9, 700.0], [4, nan], [1, 120.0]])
    expected = [[3, 200.0], [9, 700.0], [4, value], [1, 120.0]]
    assert candidate.knn_impute(X, k) == close(expected)


@pytest.mark.hint("Donors have the column, and a column in common with the row (rule 2).")
def test_donors(candidate):
    """The second example: who is a donor"""
    X = np.array([[0.0, nan, nan], [2.0, nan, 10.0], [1.0, 6.5, 20.0], [nan, 8.0, nan]])
    expected = [[0.0, 6.5, 20.0], [2.0, 6.5, 10.0], [1.0, 6.5, 20.0], [1.0, 8.0, 20.0]]
    assert candidate.knn_impute(X, 1) == close(expected)


@pytest.mark.hint("The distance is a mean over the columns that both have (rule 1).")
def test_mean_distance(candidate):
    """The third example: the distance is a mean"""
    X = np.array([[0.0, 3.0, 7.0, 1.0], [2.0, 1.0, 7.0, nan], [3.0, nan, nan, 5.0]])
    expected = [[0.0, 3.0, 7.0, 1.0], [2.0, 1.0, 7.0, 5.0], [3.0, 1.0, 7.0, 5.0]]
    assert candidate.knn_impute(X, 1) == close(expected)


@pytest.mark.hint("Equal distances: the lower index first (rule 3).")
def test_tie(candidate):
    """The fourth example: two rows equally near"""
    X = np.array([[1, 30.0], [2, nan], [3, 50.0]])
    assert candidate.knn_impute(X, 1) == close([[1.0, 30.0], [2.0, 30.0], [3.0, 50.0]])


@pytest.mark.hint("No donor: the mean of the column; no value in the column: 0 (rules 4 and 5).")
def test_no_donor(candidate):
    """The fifth example: no donor, and an empty column"""
    X = np.array([[1.0, nan, nan], [nan, 5.0, nan], [nan, 9.0, nan]])
    expected = [[1.0, 7.0, 0.0], [1.0, 5.0, 0.0], [1.0, 9.0, 0.0]]
    assert candidate.knn_impute(X, 3) == close(expected)


@pytest.mark.hint("k below 1 must raise ValueError (rule 7).")
def test_bad_k(candidate):
    """The sixth example: k below 1 is an error"""
    with pytest.raises(ValueError):
        candidate.knn_impute(np.array([[1.0, nan]]), 0)
