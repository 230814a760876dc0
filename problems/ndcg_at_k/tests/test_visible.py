"""The examples of the prompt."""

from math import log2

import pytest

from grader.testing import close


@pytest.mark.hint("The gain is 2^rel - 1, and the ideal ranking is made of all items (rules 2, 3).")
def test_four_items(candidate):
    """The first example: four items, three places"""
    expected = 3.5 / (7 + 3 / log2(3) + 0.5)
    assert candidate.ndcg_at_k([2, 0, 1, 3], [0.9, 0.8, 0.7, 0.1], 3) == close(expected)


@pytest.mark.hint("Equal scores are ranked by index, whatever the relevance (rule 1).")
def test_equal_scores(candidate):
    """The second example: equal scores"""
    assert candidate.ndcg_at_k([0, 1, 1], [0.5, 0.5, 0.2], 1) == close(0.0)


@pytest.mark.hint("With k above n all items count; the first place is i = 0 (rules 2 and 5).")
def test_k_above_n(candidate):
    """The third example: k larger than the number of items"""
    expected = (1 + 3 / log2(3)) / (3 + 1 / log2(3))
    assert candidate.ndcg_at_k([1, 0, 2], [3, 1, 2], 10) == close(expected)


@pytest.mark.hint("Nothing relevant: 0.0. Lists of different length: ValueError (rules 4 and 6).")
def test_nothing_relevant(candidate):
    """The fourth example: nothing is relevant, and lists of different length"""
    assert candidate.ndcg_at_k([0, 0], [0.3, 0.4], 2) == close(0.0)
    with pytest.raises(ValueError):
        candidate.ndcg_at_k([1, 2], [0.3], 2)
