"""The examples of the prompt."""

import pytest

from grader.testing import close


@pytest.mark.hint("Events divided by the time under observation, censored times included (rule 1).")
def test_four_times(candidate):
    """The first example: three events, one censored"""
    found = candidate.mle_censored_exponential([1.0, 2.0, 4.0, 5.0], [1, 1, 0, 1])
    assert found == close((0.25, -7.1588830834))


@pytest.mark.hint("No event: (0.0, 0.0) (rule 2).")
def test_no_event(candidate):
    """The second example: no event"""
    assert candidate.mle_censored_exponential([3.0, 8.0], [0, 0]) == close((0.0, 0.0))


@pytest.mark.hint("One event at 2: the rate is 1/2, and ln L is ln(1/2) - 1.")
def test_one_event(candidate):
    """The third example: one event"""
    assert candidate.mle_censored_exponential([2.0], [1]) == close((0.5, -1.6931471806))


@pytest.mark.hint("A time that is not above 0 must raise ValueError (rule 4).")
def test_time_of_zero(candidate):
    """The fourth example: a time of 0"""
    with pytest.raises(ValueError):
        candidate.mle_censored_exponential([2.0, 0.0], [1, 1])
