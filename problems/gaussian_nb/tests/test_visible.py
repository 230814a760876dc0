"""The examples of the prompt."""

from math import log, pi

import numpy as np
import pytest


def joint(x, mean, variance):
    return log(0.5) - 0.5 * (log(2 * pi * variance) + (x - mean) ** 2 / variance)


@pytest.mark.hint("Variances divide by the number of rows; 1e-9 of the largest is added (rules 2, 3).")
def test_two_classes(candidate, check):
    """The first example: two classes"""
    X, y = np.array([[0.0], [2.0], [4.0], [8.0]]), np.array([0, 0, 1, 1])
    table = [[joint(x, 1, 1 + 8.75e-9), joint(x, 6, 4 + 8.75e-9)] for x in (1.0, 6.0, 2.0)]
    check(candidate.gaussian_nb(X, y, np.array([[1.0], [6.0], [2.0]])), ([0, 1, 0], table))


@pytest.mark.hint("On a tie the smallest label; columns in the order of the labels (rule 5).")
def test_tie(candidate, check):
    """The second example: a tie"""
    X, y = np.array([[1.0], [3.0], [1.0], [3.0]]), np.array([9, 9, -4, -4])
    both = joint(2.5, 2, 1 + 1e-9)
    check(candidate.gaussian_nb(X, y, np.array([[2.5]])), ([-4], [[both, both]]))


@pytest.mark.hint("Without a feature that varies: ValueError (rule 9).")
def test_nothing_varies(candidate):
    """The third example: no feature varies"""
    with pytest.raises(ValueError):
        candidate.gaussian_nb(np.array([[5.0], [5.0]]), np.array([0, 1]), np.array([[5.0]]))
