"""The examples of the prompt."""

import pytest


@pytest.mark.hint("The mean and sqrt(2 ln t / n), natural logarithm (rule 2).")
def test_ucb(candidate):
    """The first examples: mean and bonus"""
    assert candidate.ucb1_select([10, 10], [4.0, 6.0], 20) == 1
    assert candidate.ucb1_select([2, 50], [0.8, 30.0], 52) == 0


@pytest.mark.hint("Never tried arms first; of equal ones the smallest index (rules 1 and 2).")
def test_ucb_ties(candidate):
    """The next examples: never tried, and equal"""
    assert candidate.ucb1_select([5, 0, 0], [5.0, 0.0, 0.0], 5) == 1
    assert candidate.ucb1_select([4, 4, 4], [1.0, 2.0, 2.0], 12) == 1


@pytest.mark.hint("With eps = 0 nothing is explored, and equal means go to arm 0 (rule 5).")
def test_greedy(candidate):
    """The examples of the simulation: never exploring"""
    assert candidate.epsilon_greedy_run([1.0, 0.3], 0.0, 10, 0) == (10, [10, 0])
    assert candidate.epsilon_greedy_run([0.0, 1.0], 0.0, 10, 0) == (0, [10, 0])


@pytest.mark.hint("No arms, and an eps of 1.5, must raise ValueError (rules 3 and 8).")
def test_errors(candidate):
    """The examples of errors"""
    with pytest.raises(ValueError):
        candidate.ucb1_select([], [], 1)
    with pytest.raises(ValueError):
        candidate.epsilon_greedy_run([0.5], 1.5, 10, 0)
