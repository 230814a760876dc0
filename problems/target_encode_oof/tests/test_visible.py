"""The examples of the prompt."""

import pytest

from grader.testing import close

CATS, Y, FOLD = ["a", "a", "b", "a", "b"], [1, 0, 1, 0, 0], [0, 0, 0, 1, 1]


@pytest.mark.hint("A row sees the rows of its category in the other folds, and no others (rule 1).")
def test_without_smoothing(candidate):
    """The first example: means of the other fold"""
    assert candidate.target_encode_oof(CATS, Y, FOLD) == close([0.0, 0.0, 0.0, 0.5, 1.0])


@pytest.mark.hint("The prior is the mean of the other folds, not of all rows (rule 2).")
def test_with_smoothing(candidate):
    """The second example: smoothed towards the prior"""
    expected = close([0.0, 0.0, 0.0, 5 / 9, 5 / 6])
    assert candidate.target_encode_oof(CATS, Y, FOLD, m=1.0) == expected


@pytest.mark.hint("A category that the other folds do not have gets the prior (rule 4).")
def test_unseen_category(candidate):
    """The third example: a category that the other folds do not have"""
    answer = candidate.target_encode_oof(["a", "b", "b"], [5.0, 1.0, 2.0], [7, -1, -1])
    assert answer == close([1.5, 5.0, 5.0])


@pytest.mark.hint("Fewer than two different folds must raise ValueError (rule 7).")
def test_one_fold(candidate):
    """The fourth example: one fold is an error"""
    with pytest.raises(ValueError):
        candidate.target_encode_oof(["a", "b"], [1.0, 2.0], [3, 3])
