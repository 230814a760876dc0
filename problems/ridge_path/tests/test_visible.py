"""The examples of the prompt."""

import numpy as np
import pytest

from grader.testing import close, items

X, y = np.array([[1.0], [2.0], [3.0]]), np.array([2.0, 4.0, 6.0])


def check(answer, W, B):
    found = items(answer, 2)
    assert found[0] == close(W, atol=1e-6)
    assert found[1] == close(B, atol=1e-6)


@pytest.mark.hint(
    "Errors are summed, not averaged, and the intercept has no penalty (rules 1 and 2)."
)
def test_two_penalties(candidate):
    """The first example: two penalties"""
    check(candidate.ridge_path(X, y, [0.0, 2.0]), [[2.0], [1.0]], [0.0, 2.0])


@pytest.mark.hint("λ = 0 with dependent columns: the shortest weights (rule 4).")
def test_shortest(candidate):
    """The second example: equal columns"""
    both = np.array([[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]])
    check(candidate.ridge_path(both, y, [0.0]), [[1.0, 1.0]], [0.0])


@pytest.mark.hint("A constant column has weight 0, and results are in the order of lams (rule 5).")
def test_constant(candidate):
    """The third example: a constant column"""
    X3 = np.array([[1.0, 5.0], [2.0, 5.0], [3.0, 5.0]])
    check(candidate.ridge_path(X3, y, [2.0, 0.0]), [[1.0, 0.0], [2.0, 0.0]], [2.0, 0.0])


@pytest.mark.hint("A penalty below 0 must raise ValueError, wherever it stands (rule 7).")
def test_negative(candidate):
    """The fourth example: a penalty below 0"""
    with pytest.raises(ValueError):
        candidate.ridge_path(X, y, [1.0, -0.5])
