"""The examples of the prompt."""

import numpy as np
import pytest

from grader.testing import close, integer, items


def check(answer, j, t, impurity):
    found = items(answer, 3)
    assert integer(found[0]) == j, f"the column is {j}, not {found[0]}"
    assert found[1] == close(t)
    assert found[2] == close(impurity)


@pytest.mark.hint("A threshold is the midpoint of two consecutive values (rule 1).")
def test_two_columns(candidate):
    """The first example: a pure split"""
    X = np.array([[2.0, 7.0], [1.0, 3.0], [4.0, 5.0], [3.0, 1.0]])
    check(candidate.best_split(X, np.array([0, 0, 1, 0])), 0, 3.5, 0.0)


@pytest.mark.hint(
    "Equal values stay together, and at equal impurity the smallest t wins (rules 1 and 2)."
)
def test_equal_values(candidate):
    """The second example: equal values, and equal impurities"""
    X = np.array([[1], [2], [2], [3]])
    check(candidate.best_split(X, np.array(["a", "a", "b", "b"])), 0, 1.5, 1 / 3)


@pytest.mark.hint("All labels equal: the first split there is, with impurity 0 (rule 3).")
def test_pure(candidate):
    """The third example: equal labels"""
    X = np.array([[5, 1], [5, 2], [5, 3]])
    check(candidate.best_split(X, np.array([1, 1, 1])), 1, 1.5, 0.0)


@pytest.mark.hint("A split that gains nothing is returned all the same (rule 3).")
def test_no_gain(candidate):
    """The fourth example: a split that gains nothing"""
    X = np.array([[1.0], [2.0], [1.0], [2.0]])
    check(candidate.best_split(X, np.array([0, 0, 1, 1])), 0, 1.5, 0.5)


@pytest.mark.hint("No two distinct values in any column: None (rule 4).")
def test_nothing_to_split(candidate):
    """The fifth example: nothing to split"""
    found = candidate.best_split(np.array([[4.0], [4.0]]), np.array([0, 1]))
    assert found == None, "expected None"  # noqa: E711 - an answer is compared
