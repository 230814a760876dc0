"""The examples of the prompt."""

import pytest

from grader.testing import close


@pytest.mark.hint("Add the growth of recall times the precision at each threshold.")
def test_four_rows(candidate):
    """The first example: four rows"""
    assert candidate.average_precision([1, 0, 1, 0], [0.9, 0.8, 0.7, 0.1]) == close(5 / 6)


@pytest.mark.hint("Rows of the same score are flagged together (rule 2).")
def test_tied_rows(candidate):
    """The second example: two rows of the same score"""
    assert candidate.average_precision([1, 0, 1], [0.5, 0.5, 0.2]) == close(7 / 12)


@pytest.mark.hint("One threshold flags all rows: the share of positives.")
def test_all_tied(candidate):
    """The third example: all scores are the same"""
    assert candidate.average_precision([0, 1, 0, 0], [3.0] * 4) == close(0.25)


@pytest.mark.hint("Without a positive there is no recall: ValueError (rule 6).")
def test_no_positives(candidate):
    """The fourth example: no positives are an error"""
    with pytest.raises(ValueError):
        candidate.average_precision([0, 0], [0.3, 0.4])
