"""The examples of the prompt."""

import pytest

from grader.testing import close


@pytest.mark.hint("The mean of each column, not of each row.")
def test_two_columns(candidate):
    """The first example: two columns"""
    assert candidate.new_problem([[1, 2], [2, 6]]) == close([1.5, 4.0])


@pytest.mark.hint("Rows of different lengths must raise ValueError (rule 2).")
def test_rows_differ(candidate):
    """The second example: rows of different lengths are an error"""
    with pytest.raises(ValueError):
        candidate.new_problem([[1, 2], [3]])


@pytest.mark.hint("Rows without numbers give an empty result (rule 3).")
def test_no_columns(candidate):
    """The third example: rows without numbers"""
    assert len(candidate.new_problem([[], []])) == 0
