"""The examples of the prompt."""

import pytest

from grader.testing import close


@pytest.mark.hint(
    "Compute the first example by hand: exp(-½ ((q - x) / h)²), and the weighted mean."
)
def test_two_points(candidate):
    """The first example: two points"""
    expected = [3.510162663692363, 4.0, 4.489837336307637]
    assert candidate.kernel_regression([0, 1], [2, 6], [0, 0.5, 1], 1.0) == close(expected)


@pytest.mark.hint(
    "Only the proportions of the weights matter, also where all of them underflow (rule 2)."
)
def test_far_away(candidate):
    """The second example: far from all points"""
    assert candidate.kernel_regression([3, 1, 2], [4, 0, 9], [500, -500], 1.0) == close([4.0, 0.0])


@pytest.mark.hint("Several nearest points: the mean of their values (rule 2).")
def test_several_nearest(candidate):
    """The third example: several points are nearest"""
    answer = candidate.kernel_regression([0, 10, 10], [1, 2, 6], [5, 99], 0.01)
    assert answer == close([3.0, 4.0])


@pytest.mark.hint("A bandwidth of 0 must raise ValueError (rule 5).")
def test_no_bandwidth(candidate):
    """The fourth example: a bandwidth of 0"""
    with pytest.raises(ValueError):
        candidate.kernel_regression([0, 1], [2, 6], [0.5], 0)
