"""The examples of the prompt."""

import pytest


@pytest.mark.hint("The second class goes on where the first ended (rule 4).")
def test_goes_on(candidate):
    """The first example: the deal goes on"""
    assert candidate.stratified_folds([0, 0, 0, 0, 1, 1], 3) == [0, 1, 2, 0, 1, 2]


@pytest.mark.hint("Classes in the order of their labels, rows in their own (rules 1 and 2).")
def test_order_of_classes(candidate):
    """The second example: classes in the order of their labels"""
    assert candidate.stratified_folds([5, -2, 5, -2, 5], 2) == [0, 0, 1, 1, 0]


@pytest.mark.hint("Classes may have fewer rows than there are folds, and k may be the number of rows (rule 5).")
def test_small_classes(candidate):
    """The third example: classes of one row"""
    assert candidate.stratified_folds([7, 8, 9], 3) == [0, 1, 2]


@pytest.mark.hint("More folds than rows must raise ValueError (rule 5).")
def test_too_many_folds(candidate):
    """The fourth example: more folds than rows are an error"""
    with pytest.raises(ValueError):
        candidate.stratified_folds([0, 1], 3)
