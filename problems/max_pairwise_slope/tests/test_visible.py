"""The examples of the prompt."""

import pytest

from grader.testing import close


@pytest.mark.hint("The slope of a pair is (y2 - y1) / (x2 - x1); try all pairs by hand.")
def test_four_points(candidate):
    """The first example: four points"""
    assert candidate.max_pairwise_slope([(1, 2), (2, 1), (3, 4), (4, 3)]) == close(3.0)


@pytest.mark.hint(
    "Points with equal x: each of them still makes pairs with all the others (rule 2)."
)
def test_two_columns(candidate):
    """The second example: two points at each of two x"""
    assert candidate.max_pairwise_slope([(3, 0), (0, 0), (0, 9), (3, 5)]) == close(5 / 3)


@pytest.mark.hint("If all lines fall, the answer is negative: do not start from 0 (rule 3).")
def test_all_fall(candidate):
    """The third example: every line falls"""
    assert candidate.max_pairwise_slope([(0, 0), (1, -2), (2, -3)]) == close(-1.0)


@pytest.mark.hint("Without two distinct x the answer is None (rule 4).")
def test_no_pair(candidate):
    """The fourth example: no two x differ"""
    assert candidate.max_pairwise_slope([(2, 5), (2, -7), (2, 5)]) == None  # noqa: E711
    assert candidate.max_pairwise_slope([]) == None  # noqa: E711
