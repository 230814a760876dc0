"""The examples of the prompt."""

import math

import numpy as np
import pytest

from grader.testing import close

W, C = np.array([[1.0], [2.0]]), np.array([[1.0], [3.0]])
ZEROS = np.zeros(2)


@pytest.mark.hint("No ½ before the loss, so there is a 2 in the gradients (rule 1).")
def test_one_pair(candidate):
    """The first example: one pair"""
    answer = candidate.glove_loss_grad(
        np.array([[1.0, 2.0]]), np.array([[3.0, -1.0]]), np.array([0.5]), np.array([-0.5]),
        {(0, 0): 1.0}, 16.0, 0.5,
    )
    assert answer == close((0.25, [[1.5, -0.5]], [[0.5, 1.0]], [0.5], [0.5]))


@pytest.mark.hint("The gradient of a word is the sum over all its pairs (rule 4).")
def test_two_pairs(candidate):
    """The second example: a word in two pairs"""
    answer = candidate.glove_loss_grad(W, C, ZEROS, ZEROS, {(0, 0): 1.0, (0, 1): 1.0}, 1.0)
    assert answer == close((10.0, [[20.0], [0.0]], [[2.0], [6.0]], [8.0, 0.0], [2.0, 6.0]))


@pytest.mark.hint("f is never above 1 (rule 2).")
def test_above_the_largest(candidate):
    """The third example: a count above x_max"""
    answer = candidate.glove_loss_grad(W, C, ZEROS, ZEROS, {(1, 0): 400.0}, 100.0)
    assert answer[0] == close((2 - math.log(400)) ** 2)


@pytest.mark.hint("A count of 0, and a context -1, must raise ValueError (rule 7).")
def test_errors(candidate):
    """The last examples: errors"""
    for X in ({(0, 0): 0.0}, {(0, -1): 1.0}):
        with pytest.raises(ValueError):
            candidate.glove_loss_grad(W, C, ZEROS, ZEROS, X)
