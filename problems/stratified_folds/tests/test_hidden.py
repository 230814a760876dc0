"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.testing import integer

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Deal a dozen cards by hand: class by class, row by row, fold by fold.")
@pytest.mark.parametrize("k", [2, 3, 5, 7])
def test_random(candidate, reference, draw, k):
    """Random labels of three classes"""
    y = draw(k, 47, [0, 1, 2])
    assert candidate.stratified_folds(y, k) == reference.stratified_folds(y, k)


@pytest.mark.points(2)
@pytest.mark.hint("Sorting the rows by their labels must keep the order of the rows: numpy's default "
                  "sort does not.")
@pytest.mark.parametrize("k", [3, 10])
def test_random_long(candidate, reference, draw, k):
    """Many rows of few classes"""
    y = draw(k, 600, [1, 4, 2])
    assert candidate.stratified_folds(y, k) == reference.stratified_folds(y, k)


@pytest.mark.hint("Many classes, each with fewer rows than there are folds.")
def test_random_many_classes(candidate, reference, draw):
    """Many small classes"""
    y = draw(9, 60, list(range(-20, 20)))
    assert candidate.stratified_folds(y, 6) == reference.stratified_folds(y, 6)


@pytest.mark.points(2)
@pytest.mark.hint("Compare with a deal by hand on a few rows.")
@given(y=st.lists(st.integers(-2, 2), min_size=2, max_size=9), data=st.data())
def test_random_small_inputs(candidate, reference, y, data):
    """Any small input"""
    k = data.draw(st.integers(2, len(y)))
    assert candidate.stratified_folds(y, k) == reference.stratified_folds(y, k)


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint("A deal that starts again for each class makes the first folds too large.")
def test_relation_even_sizes(candidate, draw):
    """Sizes of the folds differ by one at most, in all and in each class"""
    y = draw(11, 83, [0, 0, 0, 1, 1, 2, 3, 4, 5])
    folds = [integer(fold) for fold in candidate.stratified_folds(y, 4)]
    assert len(folds) == len(y), "one fold for each row is expected"
    assert set(folds) == set(range(4)), "the folds are not those from 0 to k - 1"
    sizes = Counter(folds).values()
    assert max(sizes) - min(sizes) <= 1, "the sizes of two folds differ by more than one"
    for label in set(y):
        own = Counter(fold for fold, other in zip(folds, y) if other == label)
        spread = [own[fold] for fold in range(4)]
        assert max(spread) - min(spread) <= 1, (
            "within a class the sizes of two folds differ by more than one"
        )


@pytest.mark.hint("Labels are only compared: other labels in the same order give the same folds.")
def test_relation_other_labels(candidate, draw):
    """Other labels in the same order change nothing"""
    y = draw(12, 40, [0, 1, 2])
    folds = [integer(fold) for fold in candidate.stratified_folds(y, 3)]
    names = {0: -(10**15), 1: 7, 2: 10**15}
    assert candidate.stratified_folds([names[label] for label in y], 3) == folds


@pytest.mark.hint("Rows of other classes between those of a class do not matter to it.")
def test_relation_sorted_rows(candidate, draw):
    """Sorting the rows by class moves the folds with them"""
    y = draw(13, 40, [3, 1, 2])
    folds = [integer(fold) for fold in candidate.stratified_folds(y, 6)]
    order = sorted(range(40), key=lambda i: y[i])
    assert candidate.stratified_folds(sorted(y), 6) == [folds[i] for i in order]
    assert [folds[i] for i in order] == [i % 6 for i in range(40)], (
        "the rows, class after class, do not go to the folds in turn"
    )


@pytest.mark.hint("There is no shuffling: the same call gives the same folds (rule 2).")
def test_relation_deterministic(candidate, draw):
    """The same call gives the same folds"""
    y = draw(14, 50, [0, 1])
    folds = [integer(fold) for fold in candidate.stratified_folds(y, 5)]
    random.seed(1)
    assert candidate.stratified_folds(y, 5) == folds


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("The deal goes on over classes, also over classes of one row (rule 4).")
def test_edge_goes_on(candidate):
    """The deal goes on over small classes"""
    assert candidate.stratified_folds([0, 1, 2, 2, 2, 3], 4) == [0, 1, 2, 3, 0, 1]
    assert candidate.stratified_folds([0, 0, 1, 1, 1, 2, 2], 3) == [0, 1, 2, 0, 1, 2, 0]


@pytest.mark.hint("Classes by label, not by size and not by first row (rule 1).")
def test_edge_order_of_classes(candidate):
    """Classes by label, whatever their size and their first row"""
    assert candidate.stratified_folds([3, 3, 3, 1, 2, 2], 4) == [3, 0, 1, 0, 1, 2]
    assert candidate.stratified_folds([2, 1, 1, 2, 1], 3) == [0, 0, 1, 1, 2]


@pytest.mark.hint("Labels are numbers: -3 is before -1, and 9 before 10.")
def test_edge_order_of_numbers(candidate):
    """Negative labels, and labels of two digits"""
    assert candidate.stratified_folds([-1, -3, -1, -3, -2], 2) == [1, 0, 0, 1, 0]
    assert candidate.stratified_folds([10, 9, 10, 9, 100], 3) == [2, 0, 0, 1, 1]


@pytest.mark.hint("One class is dealt like any other.")
def test_edge_one_class(candidate):
    """One class"""
    assert candidate.stratified_folds([4] * 7, 3) == [0, 1, 2, 0, 1, 2, 0]


@pytest.mark.hint("As many folds as rows: each fold has one row.")
def test_edge_as_many_folds_as_rows(candidate):
    """As many folds as rows"""
    assert candidate.stratified_folds([1, 0, 1, 0], 4) == [2, 0, 3, 1]
    assert candidate.stratified_folds([1, 0], 2) == [1, 0]


@pytest.mark.hint("A class smaller than k is no error (rule 5).")
def test_edge_classes_smaller_than_k(candidate):
    """A class with fewer rows than folds"""
    assert candidate.stratified_folds([0, 0, 0, 0, 0, 1], 5) == [0, 1, 2, 3, 4, 0]


@pytest.mark.hint("Folds are whole numbers.")
def test_edge_kinds(candidate):
    """Folds are integers"""
    for fold in candidate.stratified_folds([0, 1, 0, 1], 2):
        integer(fold)


@pytest.mark.hint("k below 2 must raise ValueError (rule 5).")
@pytest.mark.parametrize("k", [1, 0, -2])
def test_edge_too_few_folds(candidate, k):
    """k below 2 is an error"""
    with pytest.raises(ValueError):
        candidate.stratified_folds([0, 1, 0, 1], k)


@pytest.mark.hint("More folds than rows, or no rows, must raise ValueError (rule 5).")
@pytest.mark.parametrize(("y", "k"), [([], 2), ([0], 2), ([0, 0, 1, 1], 5)])
def test_edge_more_folds_than_rows(candidate, y, k):
    """More folds than rows are an error"""
    with pytest.raises(ValueError):
        candidate.stratified_folds(y, k)


@pytest.mark.hint("Labels are whole numbers of 64 bits: as floats, or multiplied, two of them may be one.")
def test_edge_large_labels(candidate):
    """Labels beyond 2⁵³ that differ by one"""
    big = 2**53
    assert candidate.stratified_folds([big + 1, big, big + 1], 2) == [1, 0, 0]
    assert candidate.stratified_folds([2**62, 1, 0, 0], 2) == [1, 0, 0, 1]
    assert candidate.stratified_folds([2**63 - 1, -(2**63), 0, 2**63 - 2], 4) == [3, 0, 1, 2]


@pytest.mark.hint("There may be hundreds of folds: choose a type that holds their numbers.")
@pytest.mark.parametrize("n", [129, 300])
def test_edge_hundreds_of_folds(candidate, n):
    """Hundreds of folds"""
    assert candidate.stratified_folds(list(range(n)), n) == list(range(n))


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 6).")
def test_edge_arguments_unchanged(candidate):
    """The arguments are not changed"""
    candidate.stratified_folds([2, 0, 1, 1, 0, 2], 2)
    candidate.stratified_folds([5, -2, 9, 5], 2)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
