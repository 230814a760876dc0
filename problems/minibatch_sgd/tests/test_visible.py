"""The examples of the prompt."""

import numpy as np
import pytest

from grader.testing import array, close

X, y = np.array([[1.0], [2.0]]), np.array([2.0, 3.0])


@pytest.mark.hint("The gradient of a batch is the mean of (ŷ - y) times x: no factor 2, no sum.")
@pytest.mark.parametrize(("epochs", "w"), [(1, 0.4), (2, 0.7)])
def test_one_batch(candidate, epochs, w):
    """The first example: one batch of all rows"""
    assert candidate.minibatch_sgd(X, y, 0.1, epochs, 2, 0) == close([w])


@pytest.mark.hint("Each row once, in a random order, with a step for each batch (rules 2 and 4).")
def test_batches_of_one(candidate):
    """The second example: batches of one row"""
    w = array(candidate.minibatch_sgd(X, y, 0.1, 1, 1, 0), (1,))[0]
    assert min(abs(w - 0.72), abs(w - 0.74)) < 1e-6, f"{w:g} is neither 0.72 nor 0.74"


@pytest.mark.hint("No epoch: zeros (rule 7).")
def test_no_epoch(candidate):
    """The third example: no epoch"""
    assert candidate.minibatch_sgd(X, y, 0.1, 0, 1, 0) == close([0.0])


@pytest.mark.hint("A batch below 1 must raise ValueError (rule 8).")
def test_no_batch(candidate):
    """The fourth example: batches of no rows"""
    with pytest.raises(ValueError):
        candidate.minibatch_sgd(X, y, 0.1, 1, 0, 0)
