"""The examples of the prompt."""

import pytest

from grader.testing import close


@pytest.mark.hint("H is a mean, not a sum, and X has a column of ones.")
def test_line(candidate):
    """The first example: three points on a line"""
    points = [(1, 3), (2, 5), (3, 7)]
    assert candidate.max_stable_learning_rate(points) == close(0.360589705, rtol=1e-6)


@pytest.mark.hint("2 / λmax, not 1 / λmax.")
def test_four_points(candidate):
    """The second example: four points"""
    points = [(1, 2), (2, 1), (3, 4), (4, 3)]
    assert candidate.max_stable_learning_rate(points) == close(0.2395122189, rtol=1e-6)


@pytest.mark.hint("A power iteration from all ones starts in the null space here.")
def test_awkward_start(candidate):
    """The third example: a power iteration must not start with all ones"""
    assert candidate.max_stable_learning_rate([(-1, 0), (-1, 5)]) == close(1.0)


@pytest.mark.hint("The intercept's 1 is in H even where all features are 0.")
def test_feature_is_zero(candidate):
    """The fourth example: the feature is always 0"""
    assert candidate.max_stable_learning_rate([(0, 1)]) == close(2.0)


@pytest.mark.hint("Tuples of different lengths, or of one number, and no points, must raise ValueError (rule 4).")
@pytest.mark.parametrize("points", [[(1, 2), (1,)], [(1,)], []])
def test_bad_points(candidate, points):
    """The last examples: points that are an error"""
    with pytest.raises(ValueError):
        candidate.max_stable_learning_rate(points)
