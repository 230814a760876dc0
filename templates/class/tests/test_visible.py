"""The examples of the prompt."""

import pytest

from grader.testing import close


@pytest.mark.hint("Before the first value mean() raises ValueError (rule 1).")
def test_no_value(candidate):
    """The first example: no value yet"""
    with pytest.raises(ValueError):
        candidate.NewProblem(2).mean()


@pytest.mark.hint("With fewer values than the size, the mean of all of them.")
def test_fewer(candidate):
    """The second example: fewer values than the size"""
    window = candidate.NewProblem(2)
    window.add(1)
    assert window.mean() == close(1.0)


@pytest.mark.hint("Only the last values count.")
def test_last_two(candidate):
    """The third example: the last two of three"""
    window = candidate.NewProblem(2)
    for value in (1, 3, 5):
        window.add(value)
    assert window.mean() == close(4.0)
