"""The examples of the prompt."""

import pytest

from grader.testing import close


@pytest.mark.hint("The pooled rate, rate 2 less rate 1, and both tails (rules 1 and 2).")
def test_better(candidate):
    """The first example: the second rate is higher"""
    assert candidate.ab_test(200, 10_000, 250, 10_000) == close((2.3839951328405053, 0.017125828872195))


@pytest.mark.hint("z has the sign of rate 2 less rate 1 (rule 1); p has none.")
def test_worse(candidate):
    """The second example: the other way round"""
    assert candidate.ab_test(250, 10_000, 200, 10_000) == close((-2.3839951328405053, 0.017125828872195))


@pytest.mark.hint("Equal rates, and rates of 0, give (0.0, 1.0).")
def test_no_difference(candidate):
    """The third and fourth example: no difference"""
    assert candidate.ab_test(5, 20, 25, 100) == close((0.0, 1.0))
    assert candidate.ab_test(0, 50, 0, 70) == close((0.0, 1.0))


@pytest.mark.hint("1 - Φ(z) is rounded away: use a function for the tail itself, math.erfc (rule 3).")
def test_far_tail(candidate):
    """The fifth example: a very small p"""
    answer = candidate.ab_test(1000, 10_000, 2000, 10_000)
    assert answer == close((19.802950859533, 2.807559107e-87), rtol=1e-5, atol=0)


@pytest.mark.hint("More clicks than users must raise ValueError (rule 5).")
def test_impossible(candidate):
    """The sixth example: more clicks than users"""
    with pytest.raises(ValueError):
        candidate.ab_test(11, 10, 3, 10)
