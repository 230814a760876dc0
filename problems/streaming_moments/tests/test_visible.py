"""The examples of the prompt."""

import pytest

from grader.testing import close


@pytest.mark.hint("The variance is divided by n (rule 1).")
def test_four_numbers(candidate, fill):
    """The first example: four small numbers"""
    m = fill(candidate, (4, 7, 13, 16))
    assert m.mean() == close(10.0)
    assert m.var() == close(22.5)


@pytest.mark.hint("Mean of squares less square of mean loses everything here (rule 4).")
def test_far_from_zero(candidate, fill):
    """The second example: the same, a thousand million from zero"""
    m = fill(candidate, (1000000004, 1000000007, 1000000013, 1000000016))
    assert m.mean() == close(1000000010.0)
    assert m.var() == close(22.5)


@pytest.mark.hint("The distance of the two means counts in the variance of both together (rule 2).")
def test_merge(candidate, fill):
    """The third example: two objects merged"""
    a, b = fill(candidate, (1, 3)), fill(candidate, (8,))
    a.merge(b)
    assert a.mean() == close(4.0)
    assert a.var() == close(26 / 3)
    assert b.mean() == close(8.0)
    assert b.var() == close(0.0)


@pytest.mark.hint("Nothing seen is a ValueError (rule 6); merged with itself all counts twice (rule 3).")
def test_odd_uses(candidate):
    """The fourth example: empty, merged with itself, and not a number"""
    a = candidate.StreamingMoments()
    with pytest.raises(ValueError):
        a.mean()
    a.push(1)
    a.push(5)
    a.merge(a)
    a.push(9)
    assert a.mean() == close(4.2)
    assert a.var() == close(8.96)
    with pytest.raises(ValueError):
        a.push(float("nan"))
