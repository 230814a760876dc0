"""The examples of the prompt."""

import numpy as np
import pytest

from grader.testing import close, items

X, y = np.array([[1.0, 2.0]]), np.array([1])
W1, b1 = np.array([[1.0, -1.0], [0.5, 0.0]]), np.array([0.0, 0.5])
W2, b2 = np.array([1.0, 3.0]), -2.0


def check(answer, *expected):
    for found, wanted in zip(items(answer, 5), expected, strict=True):
        assert found == close(wanted)


@pytest.mark.hint(
    "The derivative of the loss by z is (q - y)/n: everything else follows by the chain rule."
)
def test_one_row(candidate):
    """The first example: one row, one unit off"""
    check(
        candidate.two_layer_net_grads(X, y, W1, b1, W2, b2),
        0.6931471806, [[-0.5, 0.0], [-1.0, 0.0]], [-0.5, 0.0], [-1.0, 0.0], -0.5,
    )  # fmt: skip


@pytest.mark.hint("A unit exactly at 0 has the derivative 0 (rule 2).")
def test_at_the_kink(candidate):
    """The second example: a unit at 0"""
    found = candidate.two_layer_net_grads(
        np.array([[1.0]]), np.array([0]), np.array([[1.0, 1.0]]),
        np.array([-1.0, 1.0]), np.array([5.0, 0.5]), -1.0,
    )  # fmt: skip
    check(found, 0.6931471806, [[0.0, 0.25]], [0.0, 0.25], [0.0, 1.0], 0.5)


@pytest.mark.hint("ln(1 + e^z) - y·z can be had without e^1000 and without ln 0 (rule 3).")
def test_wrong_and_confident(candidate):
    """The third example: wrong and confident"""
    found = candidate.two_layer_net_grads(
        np.array([[1000.0], [1.0]]), np.array([0, 0]), np.array([[1.0]]),
        np.array([0.0]), np.array([1.0]), 0.0,
    )  # fmt: skip
    g = 500.3655292893
    check(found, 500.6566308438, [[g]], [0.8655292893], [g], 0.8655292893)


@pytest.mark.hint("Labels other than 0 and 1 must raise ValueError (rule 5).")
def test_no_label(candidate):
    """The fourth example: 2 is no label"""
    with pytest.raises(ValueError):
        candidate.two_layer_net_grads(X, np.array([2]), W1, b1, W2, b2)
