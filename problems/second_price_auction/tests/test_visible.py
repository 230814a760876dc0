"""The examples of the prompt."""

import pytest

from grader.testing import close


@pytest.mark.hint("The score of the next, divided by the own rate (rule 3); ties to the smaller index.")
def test_three(candidate):
    """The first example: three advertisers, two slots"""
    answer = candidate.second_price_auction([2.0, 3.0, 1.0], [0.5, 0.25, 0.75], 2)
    assert answer == close([(0, 1.5), (1, 3.0)])


@pytest.mark.hint("The very last of the ranking pays 0 (rule 4).")
def test_last(candidate):
    """The second example: more slots than advertisers"""
    answer = candidate.second_price_auction([4.0, 3.0], [0.5, 0.25], 5)
    assert answer == close([(0, 1.5), (1, 0.0)])


@pytest.mark.hint("The ranking is by bid times rate (rule 1).")
def test_lower_bid_wins(candidate):
    """The third example: the lower bid wins"""
    assert candidate.second_price_auction([10.0, 4.0], [0.125, 0.5], 1) == close([(1, 2.5)])


@pytest.mark.hint("A bid of 0 is valid; a rate of 0 and slots below 0 are errors (rules 5 and 6).")
def test_zeros(candidate):
    """The fourth example: a bid of 0, and two errors"""
    answer = candidate.second_price_auction([0.0, 5.0], [0.5, 0.5], 2)
    assert answer == close([(1, 0.0), (0, 0.0)])
    for ctr, slots in ((0.0, 1), (0.5, -1)):
        with pytest.raises(ValueError):
            candidate.second_price_auction([1.0], [ctr], slots)
