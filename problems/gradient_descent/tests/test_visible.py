"""The examples of the prompt."""

import pytest

from grader.testing import close

POINTS = [(1, 2), (2, 1), (3, 4), (4, 3)]


@pytest.mark.hint("One step: lr times the mean of y, and lr times the mean of x·y.")
def test_one_step(candidate):
    """The first example: one step"""
    assert candidate.max_gd_coefficient(POINTS, 0.1, 1) == close(0.7)


@pytest.mark.hint("All coefficients change at once, from one gradient (rule 2).")
def test_three_steps(candidate):
    """The second example: three steps"""
    assert candidate.max_gd_coefficient(POINTS, 0.1, 3) == close(0.828125)


@pytest.mark.hint("The intercept counts, and after 100 steps it is the largest (rule 4).")
def test_hundred_steps(candidate):
    """The third example: a hundred steps"""
    assert candidate.max_gd_coefficient(POINTS, 0.1, 100) == close(0.8421299764, rtol=1e-6)


@pytest.mark.hint("No step leaves all coefficients at 0 (rule 5).")
def test_no_step(candidate):
    """The fourth example: no step"""
    assert candidate.max_gd_coefficient(POINTS, 0.1, 0) == close(0.0)


@pytest.mark.hint("Largest by value, not by size: 0 is larger than -1.5 (rule 4).")
def test_signed(candidate):
    """The fifth example: largest by value, not by size"""
    assert candidate.max_gd_coefficient([(0, -3), (0, -3)], 0.5, 1) == close(0.0)


@pytest.mark.hint("Different lengths, fewer than 2 numbers, no points: ValueError (rule 6).")
@pytest.mark.parametrize("points", [[(1, 2), (2, 1, 3)], [(1,), (2,)], []])
def test_bad_points(candidate, points):
    """The sixth to eighth example: points that are an error"""
    with pytest.raises(ValueError):
        candidate.max_gd_coefficient(points, 0.1, 1)


@pytest.mark.hint("Coefficients that are not finite at the end must raise ValueError (rule 7).")
def test_diverges(candidate):
    """The ninth example: a descent that diverges is an error"""
    with pytest.raises(ValueError):
        candidate.max_gd_coefficient([(100, 1), (200, 2)], 1.0, 1000)
