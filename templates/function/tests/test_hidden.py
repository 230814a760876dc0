"""Comparison with the reference, relations that must hold, and the edge cases of the prompt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import array, close

# ---------------------------------------------------------------- comparison with the reference


@pytest.mark.points(2)
@pytest.mark.hint("Compare with a slow version of your own on small random inputs.")
@pytest.mark.parametrize("shape", [(5, 3), (40, 1), (1, 6)])
def test_random_rows(candidate, reference, draw, shape):
    """Random rows"""
    X = draw(11, *shape)
    assert candidate.new_problem(X) == close(reference.new_problem(X))


# ---------------------------------------------------------------- relations that must hold

rows = st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)).map(list), min_size=1, max_size=6)


@pytest.mark.hint("The mean is the sum divided by the number of rows.")
@settings(max_examples=15)
@given(X=rows)
def test_relation_every_row_twice(candidate, X):
    """Every row twice changes nothing"""
    once = array(candidate.new_problem(X), (2,))
    assert candidate.new_problem(X + X) == close(once)


@pytest.mark.hint("What is added to every number is added to the means.")
def test_relation_moved(candidate, draw):
    """Moving all numbers moves the means"""
    X = draw(3, 8, 4)
    means = array(candidate.new_problem(X), (4,))
    assert candidate.new_problem([[x + 5 for x in row] for row in X]) == close(means + 5)


# ---------------------------------------------------------------- edge cases


@pytest.mark.hint("Whole numbers have means that are not whole (rule 1): do not divide by //.")
def test_edge_whole_numbers(candidate):
    """Whole numbers"""
    assert candidate.new_problem([[1, -1], [2, -2]]) == close([1.5, -1.5])


@pytest.mark.hint("No rows must raise ValueError (rule 2).")
def test_edge_no_rows(candidate):
    """No rows are an error"""
    with pytest.raises(ValueError):
        candidate.new_problem([])


@pytest.mark.hint("Rows of different lengths must raise ValueError (rule 2), the last one too.")
@pytest.mark.parametrize("X", [[[1.0], [2.0, 3.0]], [[1.0, 2.0], [3.0, 4.0], [5.0]], [[], [1.0]]])
def test_edge_rows_differ(candidate, X):
    """Rows of different lengths are an error"""
    with pytest.raises(ValueError):
        candidate.new_problem(X)


@pytest.mark.hint("Rows without numbers give an empty result (rule 3).")
def test_edge_no_columns(candidate):
    """A single row without numbers"""
    assert len(candidate.new_problem([[]])) == 0


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 4).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    candidate.new_problem(draw(5, 6, 2))
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
