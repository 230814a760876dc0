"""The examples of the prompt."""

import numpy as np
import pytest

from grader.testing import close

X, Y = np.array([[0.0], [1.0], [2.0], [3.0]]), np.array([0.0, 1.0, 4.0, 5.0])
X_VAL, Y_VAL = np.array([[4.0], [5.0]]), np.array([6.0, 10.0])
HALF, ALL = 14.5**0.5, 1.22**0.5


@pytest.mark.hint("Fit a line with intercept to the first rows. The error is the root of the mean square: it is "
                  "no standard deviation, which takes a mean off.")
def test_half_and_all(candidate):
    """The first example: half of the rows, and all"""
    assert candidate.learning_curve(X, Y, X_VAL, Y_VAL, [0.5, 1.0]) == close([HALF, ALL])


@pytest.mark.hint("In the order of the fractions; the number of rows is rounded down.")
def test_order(candidate):
    """The second example: another order, and a part of a row"""
    assert candidate.learning_curve(X, Y, X_VAL, Y_VAL, [1.0, 0.7]) == close([ALL, HALF])


@pytest.mark.hint("Fewer rows than p + 1 must raise ValueError (rule 4).")
def test_too_few_rows(candidate):
    """The third example: too few rows are an error"""
    with pytest.raises(ValueError):
        candidate.learning_curve(X, Y, X_VAL, Y_VAL, [1.0, 0.4])
