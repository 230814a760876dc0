"""The examples of the prompt."""

import pytest


def test_two_feeds(candidate):
    """The first example: two feeds"""
    assert candidate.merge_feeds([[(9, 1), (4, 2)], [(7, 3), (5, 4)]], 3) == [1, 3, 4]


@pytest.mark.hint("At equal scores the smaller id comes first, whichever feed it is in (rule 1).")
def test_equal_scores(candidate):
    """The second example: equal scores"""
    assert candidate.merge_feeds([[(5, 8)], [(5, 2), (5, 9)], [(5, 3)]], 3) == [2, 3, 8]


@pytest.mark.hint("A post that occurs twice is returned once, by its better score (rule 3).")
def test_same_post(candidate):
    """The third example: the same posts in two feeds"""
    assert candidate.merge_feeds([[(9, 1), (6, 2)], [(8, 2), (7, 1), (3, 5)]], 3) == [1, 2, 5]


@pytest.mark.hint("Fewer than k: all; k = 0: none; k < 0: ValueError (rules 4 to 6).")
def test_other_k(candidate):
    """The fourth example: k too large, zero, and negative"""
    assert candidate.merge_feeds([[(1.5, 7)], [], [(-2, 6)]], 10) == [7, 6]
    assert candidate.merge_feeds([[(1.5, 7)]], 0) == []
    with pytest.raises(ValueError):
        candidate.merge_feeds([[(1.5, 7)]], -1)
