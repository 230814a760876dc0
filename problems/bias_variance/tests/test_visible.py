"""The examples of the prompt."""

import numpy as np
import pytest

from grader.testing import close

PREDS = np.array([[1.0, 2.0], [3.0, 2.0]])


@pytest.mark.hint("The bias is squared at each point, the variance divides by R (rules 1 and 2).")
def test_two_models(candidate):
    """The first example: two models"""
    assert candidate.bias_variance(PREDS, np.array([1.0, 4.0])) == close((2.5, 0.5))


@pytest.mark.hint("One model has the variance 0 (rule 2).")
def test_one_model(candidate):
    """The second example: one model"""
    found = candidate.bias_variance(np.array([[3.0, 1.0, 5.0]]), np.array([1.0, 1.0, 6.0]))
    assert found == close((5 / 3, 0.0))


@pytest.mark.hint("f_true of another length than the points must raise ValueError (rule 5).")
def test_lengths(candidate):
    """The third example: lengths differ"""
    with pytest.raises(ValueError):
        candidate.bias_variance(PREDS, np.array([1.0]))
