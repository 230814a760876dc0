"""Comparison with the reference, relations that must hold, and the edge cases of the prompt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import close, number

# ---------------------------------------------------------------- comparison with the reference


@pytest.mark.points(2)
@pytest.mark.hint("Follow the window by hand: which values are in it after each add?")
@pytest.mark.parametrize("size", [1, 3, 50])
def test_random_values(candidate, reference, size):
    """Twenty values, and the mean after each"""
    import numpy as np

    mine, theirs = reference.NewProblem(size), candidate.NewProblem(size)
    for value in np.random.default_rng(size).normal(size=20).tolist():
        mine.add(value)
        theirs.add(value)
        assert theirs.mean() == close(mine.mean())


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.hint("Only the last `size` values count: what came before them is forgotten.")
@settings(max_examples=15)
@given(values=st.lists(st.integers(-9, 9), min_size=3, max_size=6))
def test_relation_forgets(candidate, values):
    """What came before the window plays no part"""
    long, short = candidate.NewProblem(3), candidate.NewProblem(3)
    for value in values:
        long.add(value)
    for value in values[-3:]:
        short.add(value)
    assert long.mean() == close(number(short.mean()))


# ---------------------------------------------------------------- edge cases


@pytest.mark.hint("A size below 1 must raise ValueError when the object is made (rule 2).")
@pytest.mark.parametrize("size", [0, -2])
def test_edge_size_below_one(candidate, size):
    """A size below 1 is an error"""
    with pytest.raises(ValueError):
        candidate.NewProblem(size)


@pytest.mark.hint("Asking for the mean changes nothing (rule 3).")
def test_edge_asked_twice(candidate):
    """Asked twice, it answers the same"""
    window = candidate.NewProblem(2)
    for value in (4, 6, 9):
        window.add(value)
    assert window.mean() == close(7.5)
    assert window.mean() == close(7.5)


@pytest.mark.hint("Two objects share nothing: keep the values in the object, not in the class.")
def test_edge_two_windows(candidate):
    """Two windows at once"""
    one, other = candidate.NewProblem(5), candidate.NewProblem(5)
    one.add(1)
    other.add(9)
    assert one.mean() == close(1.0)
    assert other.mean() == close(9.0)


@pytest.mark.hint("A size of 1 keeps the last value alone.")
def test_edge_size_one(candidate):
    """A window of one value"""
    window = candidate.NewProblem(1)
    for value in (8, 0):
        window.add(value)
    assert window.mean() == close(0.0)
