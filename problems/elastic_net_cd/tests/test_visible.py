"""The examples of the prompt."""

import numpy as np
import pytest

from grader.testing import array, close, items

X = np.array([[-1.0], [0.0], [1.0]])
y = np.array([1.0, 2.0, 6.0])


def check(answer, w, b):
    found = items(answer, 2)
    assert found[0] == close(w, rtol=1e-5, atol=1e-5)
    assert found[1] == close(b, rtol=1e-5, atol=1e-5)


@pytest.mark.hint("alpha = 0 is least squares with an intercept (rule 6).")
def test_least_squares(candidate):
    """The first example: least squares"""
    check(candidate.elastic_net_cd(X, y, 0.0, 1.0), [2.5], 3.0)


@pytest.mark.hint("The lasso moves mean(x·y) towards 0 by alpha, and divides by mean(x²).")
def test_lasso(candidate):
    """The second example: the lasso"""
    check(candidate.elastic_net_cd(X, y, 1.0, 1.0), [1.0], 3.0)


@pytest.mark.hint("Ridge divides mean(x·y) by mean(x²) + alpha.")
def test_ridge(candidate):
    """The third example: ridge"""
    check(candidate.elastic_net_cd(X, y, 1.0, 0.0), [1.0], 3.0)


@pytest.mark.hint("A weight that the penalty holds at 0 is exactly 0 (rule 4).")
def test_zero(candidate):
    """The fourth example: exactly 0"""
    found = candidate.elastic_net_cd(X, y, 2.0, 1.0)
    check(found, [0.0], 3.0)
    assert array(items(found, 2)[0])[0] == 0, "small, but not exactly 0"


@pytest.mark.hint("Both penalties at once: alpha · l1_ratio of L1, alpha · (1 - l1_ratio) of L2.")
def test_both(candidate):
    """The fifth example: both penalties"""
    check(candidate.elastic_net_cd(X, y, 0.5, 0.5), [17 / 11], 3.0)


@pytest.mark.hint(
    "A constant column has the weight 0, and b = mean(y) - mean(X)·w (rules 2 and 5)."
)
def test_constant_column(candidate):
    """The sixth example: a constant column"""
    X = np.array([[1.0, 5.0], [2.0, 5.0], [3.0, 5.0]])
    check(candidate.elastic_net_cd(X, np.array([1.0, 3.0, 5.0]), 0.1, 1.0), [1.85, 0.0], -0.7)


@pytest.mark.hint("alpha below 0 must raise ValueError (rule 7).")
def test_negative_alpha(candidate):
    """The seventh example: alpha below 0"""
    with pytest.raises(ValueError):
        candidate.elastic_net_cd(X, y, -0.1, 1.0)
