"""The examples of the prompt."""

import pytest


@pytest.mark.hint("The errors of both sides are added; the side with the smaller mean is returned.")
def test_three_categories(candidate, check):
    """The first example: three categories"""
    cats, y = ["a", "b", "c", "a", "b", "c"], [1, 5, 2, 1, 6, 3]
    check(candidate.best_categorical_split(cats, y), cats, y, 3.25)


@pytest.mark.hint("The error is a sum over rows, so the side with more rows weighs more (rule 2).")
def test_sizes_differ(candidate, check):
    """The second example: categories of different size"""
    cats, y = ["a", "b", "b", "b", "b", "c"], [0, 4, 4, 4, 4, 7]
    check(candidate.best_categorical_split(cats, y), cats, y, 7.2)


@pytest.mark.hint("With equal means either side will do (rule 4).")
def test_equal_means(candidate, check):
    """The third example: equal means"""
    cats, y = ["x", "y"], [2.0, 2.0]
    check(candidate.best_categorical_split(cats, y), cats, y, 0.0)


@pytest.mark.hint("Fewer than two categories must raise ValueError (rule 7).")
def test_one_category(candidate):
    """The fourth example: one category is an error"""
    with pytest.raises(ValueError):
        candidate.best_categorical_split(["x", "x"], [1.0, 2.0])
