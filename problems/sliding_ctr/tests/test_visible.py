"""The examples of the prompt."""

import pytest

from grader.testing import close


@pytest.mark.hint("An event exactly `window` old no longer counts (rule 1); none left is 0.0 (rule 3).")
def test_one_item(candidate):
    """The first example: a click that gets too old"""
    c = candidate.SlidingCTR(10)
    c.add(0, "ad", True)
    c.add(5, "ad", False)
    c.add(9, "ad", False)
    assert c.rate(9, "ad") == close(1 / 3)
    assert c.rate(10, "ad") == close(0.0)
    assert c.rate(19, "ad") == close(0.0)
    assert c.rate(19, "other") == close(0.0)


@pytest.mark.hint("The order holds for add and rate together, for all items (rule 6).")
def test_order(candidate):
    """The second example: time does not run backwards"""
    c = candidate.SlidingCTR(10)
    c.add(5, "ad", True)
    assert c.rate(5, "ad") == close(1.0)
    assert c.rate(8, "ad") == close(1.0)
    with pytest.raises(ValueError):
        c.add(7, "news", 1)
    c.add(8, "news", 1)
    assert c.rate(8, "news") == close(1.0)


@pytest.mark.hint("Two events at the same time are two (rule 2); 7 and \"7\" are different (rule 4).")
def test_replay(candidate):
    """The third example: a log with equal times and like items"""
    log = [(0, 7, 1), (0, 7, 0), (0, "7", 1), (3, 7), (3, "7"), (10, 7)]
    assert candidate.replay(10, log) == close([0.5, 1.0, 0.0])


@pytest.mark.hint("A window of 0 must raise ValueError (rule 7).")
def test_no_window(candidate):
    """The fourth example: a window of 0 is an error"""
    with pytest.raises(ValueError):
        candidate.SlidingCTR(0)
