"""The examples of the prompt."""

import numpy as np
import pytest

from grader.testing import close, items

X = np.array([[1.0, 0.0], [0.0, 2.0], [3.0, 1.0], [-1.0, -1.0]])
y = np.array([1, 0, 1, 1])


@pytest.mark.hint("No step: w and b are 0, and every row costs ln 2.")
def test_no_step(candidate):
    """The first example: no step"""
    w, b, loss = items(candidate.logistic_regression_gd(X, y, 0.5, 0), 3)
    assert w == close([0.0, 0.0])
    assert b == close(0.0)
    assert loss == close(0.6931471806)


@pytest.mark.hint("The gradient is the mean of (σ(z) - y) times the columns, and times 1 for b.")
def test_one_step(candidate):
    """The second example: one step"""
    w, b, loss = items(candidate.logistic_regression_gd(X, y, 0.5, 1), 3)
    assert w == close([0.1875, -0.125])
    assert b == close(0.125)
    assert loss == close(0.5737441404)


@pytest.mark.hint("w and b change at once, from the same gradient (rule 2).")
def test_two_steps(candidate):
    """The third example: two steps"""
    w, b, loss = items(candidate.logistic_regression_gd(X, y, 0.5, 2), 3)
    assert w == close([0.3158790209, -0.2573740165])
    assert b == close(0.2251329122)
    assert loss == close(0.4919014662)


@pytest.mark.hint("The gradient of l2/2 · Σ w² is l2 · w; b has no penalty (rule 3).")
def test_penalty(candidate):
    """The fourth example: two steps with a penalty"""
    w, b, loss = items(candidate.logistic_regression_gd(X, y, 0.5, 2, l2=0.4), 3)
    assert w == close([0.2783790209, -0.2323740165])
    assert b == close(0.2251329122)
    assert loss == close(0.5321424741)


@pytest.mark.hint("ln(1 + e^z) - y·z can be had without e^1000 and without ln 0 (rule 6).")
def test_far_too_large_step(candidate):
    """The fifth example: wrong and confident"""
    X, y = np.array([[1.0], [1.0], [1.0]]), np.array([1, 0, 0])
    w, b, loss = items(candidate.logistic_regression_gd(X, y, 3000.0, 1), 3)
    assert w == close([-500.0])
    assert b == close(-500.0)
    assert loss == close(1000 / 3)


@pytest.mark.hint("Labels other than 0 and 1 must raise ValueError (rule 8).")
def test_no_label(candidate):
    """The sixth example: -1 is no label"""
    with pytest.raises(ValueError):
        candidate.logistic_regression_gd(X, np.array([1, -1, 1, 1]), 0.5, 1)
