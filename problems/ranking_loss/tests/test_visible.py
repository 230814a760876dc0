"""The examples of the prompt."""

from math import inf

import pytest

from grader.testing import close


def test_one_wrong_pair(candidate):
    """The first example: one pair of four is wrong"""
    assert candidate.ranking_loss([1, 0, 1, 0], [0.9, 0.7, 0.4, 0.1]) == close(0.25)


@pytest.mark.hint("A pair with equal scores counts half.")
def test_tied_pair(candidate):
    """The second example: a tied pair counts half"""
    assert candidate.ranking_loss([1, 0, 0], [0.5, 0.5, 0.2]) == close(0.25)


@pytest.mark.hint("Only pairs of one label 1 and one label 0 count (rule 1).")
def test_all_wrong(candidate):
    """The third example: every pair is wrong"""
    assert candidate.ranking_loss([0, 1, 1], [3.0, -1.0, -2.0]) == close(1.0)


@pytest.mark.hint("inf equals inf; a difference of the two is nan (rule 3).")
def test_infinite_scores(candidate):
    """The fourth example: infinite scores"""
    assert candidate.ranking_loss([0, 1, 0, 1], [inf, inf, -inf, 2.0]) == close(0.375)


@pytest.mark.hint("Without both labels there is no pair: ValueError (rule 4).")
def test_one_label(candidate):
    """The fifth example: one label only is an error"""
    with pytest.raises(ValueError):
        candidate.ranking_loss([1, 1], [0.3, 0.4])
