"""The examples of the prompt."""

import pytest

from grader.testing import close


@pytest.mark.hint("e = y - pred; late costs q, early 1 - q (rule 4); mape is no percentage (rule 2).")
def test_two_rides(candidate):
    """The first example: one ride early, one late"""
    assert candidate.eta_metrics([10.0, 20.0], [12.0, 15.0], 0.9) == close(
        {"mae": 3.5, "rmse": 3.8078865529319543, "mape": 0.225, "pinball": 2.35}
    )


@pytest.mark.hint("A row with y = 0 is left out of mape, and of nothing else (rule 1).")
def test_a_zero(candidate):
    """The second example: a true value of 0"""
    assert candidate.eta_metrics([0.0, 4.0], [1.0, 3.0], 0.5) == close(
        {"mae": 1.0, "rmse": 1.0, "mape": 0.25, "pinball": 0.5}
    )


@pytest.mark.hint("mape is a share of |y| (rule 2).")
def test_negative(candidate):
    """The third example: negative values"""
    assert candidate.eta_metrics([-5.0], [-4.0], 0.25) == close(
        {"mae": 1.0, "rmse": 1.0, "mape": 0.2, "pinball": 0.75}
    )


@pytest.mark.hint("Without a true value other than 0 there is no mape: ValueError (rule 3).")
def test_only_zeros(candidate):
    """The fourth example: every true value is 0"""
    with pytest.raises(ValueError):
        candidate.eta_metrics([0.0, 0.0], [1.0, 2.0])
