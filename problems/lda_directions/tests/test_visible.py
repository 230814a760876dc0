"""The examples of the prompt."""

import numpy as np
import pytest

from grader.testing import close

SLANTED = np.array([[0, 0], [1, 1], [2, 2], [0, 1], [1, 2], [2, 3], [0, 2], [1, 0]])
TWO = np.array([0, 0, 0, 1, 1, 1, 1, 0])


@pytest.mark.hint("The means differ in the second coordinate alone, and the classes have no slant.")
def test_no_slant(candidate):
    """The first example: classes without a slant"""
    X = np.array([[0, 0], [2, 0], [0, 1], [2, 1], [0, 4], [2, 4], [0, 5], [2, 5]])
    found = candidate.lda_directions(X, np.array([7, 7, 7, 7, 3, 3, 3, 3]), 1)
    assert found == close([[0.0], [1.0]])


@pytest.mark.hint("One column of length 1, its entry of largest size positive (rules 2 and 3).")
def test_slant(candidate):
    """The second example: slanted classes"""
    assert candidate.lda_directions(SLANTED, TWO, 1) == close([[-0.6656148470], [0.7462954345]])


@pytest.mark.hint("C classes have C - 1 directions: more must raise ValueError (rule 5).")
def test_too_many(candidate):
    """The third example: too many directions"""
    with pytest.raises(ValueError):
        candidate.lda_directions(SLANTED, TWO, 2)


@pytest.mark.hint("A singular S_w must raise ValueError (rule 6).")
def test_singular(candidate):
    """The fourth example: a constant column"""
    with pytest.raises(ValueError):
        candidate.lda_directions(
            np.array([[1, 5], [2, 5], [4, 5], [5, 5]]), np.array([0, 0, 1, 1]), 1
        )
