"""The examples of the prompt."""

import numpy as np
import pytest

from grader.testing import close


@pytest.mark.hint("The items are set with the new users (rule 1).")
def test_one_rating(candidate):
    """The first example: one rating"""
    answer = candidate.als_factorize([(0, 0, 4.0)], 1, 1, 1, 1.0, 1, np.array([[1.0]]))
    assert answer == close(([[2.0]], [[1.6]]))


@pytest.mark.hint("reg is added once, not once for each rating (rule 3).")
def test_two_ratings(candidate):
    """The second example: two ratings of one user"""
    ratings, V0 = [(0, 0, 4.0), (0, 1, 2.0)], np.array([[1.0], [1.0]])
    answer = candidate.als_factorize(ratings, 1, 2, 1, 1.0, 1, V0)
    assert answer == close(([[2.0]], [[1.6], [0.8]]))


@pytest.mark.hint("Who has no ratings gets zeros, whatever V0 says (rule 4).")
def test_without_ratings(candidate):
    """The third example: a user and an item without ratings, two iterations"""
    answer = candidate.als_factorize([(0, 0, 4.0)], 2, 2, 1, 1.0, 2, np.array([[1], [5]]))
    u = 6.4 / 3.56
    assert answer == close(([[u], [0.0]], [[4 * u / (u * u + 1)], [0.0]]))


@pytest.mark.hint("Rated twice, reg of 0, an item -1: each must raise ValueError (rule 6).")
def test_errors(candidate):
    """The fourth example: three errors"""
    V0 = np.array([[1.0]])
    for ratings, reg in (
        ([(0, 0, 4.0), (0, 0, 4.0)], 1.0), ([(0, 0, 4.0)], 0.0), ([(0, -1, 4.0)], 1.0)
    ):
        with pytest.raises(ValueError):
            candidate.als_factorize(ratings, 1, 1, 1, reg, 1, V0)
