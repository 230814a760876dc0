"""The examples of the prompt."""

import pytest

from grader.testing import close


@pytest.mark.hint("The ends are the quantiles (1 - level) / 2 and (1 + level) / 2 (rule 2).")
def test_two_numbers_wide(candidate):
    """The first example: two numbers, a wide interval"""
    assert candidate.bootstrap_ci([0.0, 1.0], 4000, 0.6, 1) == close((0.0, 1.0))


@pytest.mark.hint("The mean of n draws with replacement, and its quantiles (rules 1 and 2).")
def test_two_numbers_narrow(candidate):
    """The second example: two numbers, a narrow interval"""
    assert candidate.bootstrap_ci([0.0, 1.0], 4000, 0.4, 1) == close((0.5, 0.5))


@pytest.mark.hint("All resamples of equal numbers have the same mean.")
def test_equal_numbers(candidate):
    """The third example: equal numbers"""
    assert candidate.bootstrap_ci([3.0, 3.0, 3.0], 10, 0.9, 5) == close((3.0, 3.0))


@pytest.mark.hint("A level that is not between 0 and 1 must raise ValueError (rule 6).")
def test_level_in_percent(candidate):
    """The fourth example: a level in percent is an error"""
    with pytest.raises(ValueError):
        candidate.bootstrap_ci([1.0, 2.0], 100, 95, 5)
