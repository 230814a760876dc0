"""Comparison with all splits, relations that must hold, and the edge cases of the prompt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import close, number

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Try all splits of a few categories yourself, and compare.")
@pytest.mark.parametrize("categories", [2, 3, 4, 6, 7])
def test_random(candidate, least, draw, check, categories):
    """Random rows of a few categories"""
    cats, y = draw(categories, 24, categories)
    check(candidate.best_categorical_split(cats, y), cats, y, least(cats, y))


@pytest.mark.points(2)
@pytest.mark.hint("There are too many splits to try all: after which order of the categories is it "
                  "enough to cut once?")
@pytest.mark.parametrize("categories", [30, 120])
def test_random_many_categories(candidate, reference, draw, check, categories):
    """Many categories"""
    cats, y = draw(categories, 400, categories)
    expected = reference.best_categorical_split(cats, y)[1]
    check(candidate.best_categorical_split(cats, y), cats, y, expected)


@pytest.mark.points(2)
@pytest.mark.hint("Compare with all splits on a few small rows.")
@settings(max_examples=30)
@given(
    rows=st.lists(st.tuples(st.sampled_from("abcd"), st.integers(-3, 3)), max_size=8)
)
def test_random_small_inputs(candidate, least, check, rows):
    """Any small input"""
    rows = [*rows, ("a", 0), ("b", 1)]
    cats, y = [r[0] for r in rows], [r[1] / 2 for r in rows]
    check(candidate.best_categorical_split(cats, y), cats, y, least(cats, y))


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.hint("Names of categories are only names: their order means nothing.")
def test_relation_other_names(candidate, draw):
    """Renaming the categories renames the answer"""
    cats, y = draw(31, 30, 5)
    names = {"c0": "z", "c1": "B", "c2": "", "c3": "10", "c4": "9"}
    left, error = candidate.best_categorical_split(cats, y)
    renamed, other = candidate.best_categorical_split([names[c] for c in cats], y)
    assert other == close(number(error))
    assert renamed == {names[c] for c in left.value}


@pytest.mark.hint("The order of the rows means nothing: those of a category need not stand together.")
def test_relation_order_of_rows(candidate, draw):
    """The order of the rows changes nothing"""
    cats, y = draw(32, 30, 5)
    left, error = candidate.best_categorical_split(cats, y)
    turned, other = candidate.best_categorical_split(cats[::-1], y[::-1])
    assert other == close(number(error))
    assert turned == left.value
    order = sorted(range(30), key=lambda i: (cats[i], y[i]))
    sorted_left, other = candidate.best_categorical_split(
        [cats[i] for i in order], [y[i] for i in order]
    )
    assert other == close(number(error))
    assert sorted_left == left.value


@pytest.mark.hint("Turning the signs of the targets exchanges the sides; the error stays.")
@settings(max_examples=10)
@given(seed=st.integers(0, 10**6))
def test_relation_turned_targets(candidate, draw, check, seed):
    """Targets with their signs turned"""
    cats, y = draw(seed, 20, 5)
    error = number(candidate.best_categorical_split(cats, y)[1])
    turned = [-v for v in y]
    check(candidate.best_categorical_split(cats, turned), cats, turned, error)


@pytest.mark.points(2)
@pytest.mark.hint("Four times the targets is sixteen times the error; moving them changes nothing.")
def test_relation_scaled_targets(candidate, draw):
    """Targets multiplied and moved"""
    cats, y = draw(33, 30, 6)
    left, error = candidate.best_categorical_split(cats, y)
    same, other = candidate.best_categorical_split(cats, [4 * v - 64 for v in y])
    assert other == close(16 * number(error))
    assert same == left.value


@pytest.mark.hint("The error is a sum: every row twice doubles it.")
def test_relation_every_row_twice(candidate, draw):
    """Every row twice doubles the error"""
    cats, y = draw(34, 25, 5)
    left, error = candidate.best_categorical_split(cats, y)
    same, other = candidate.best_categorical_split(cats * 2, y * 2)
    assert other == close(2 * number(error))
    assert same == left.value


# ---------------------------------------------------------------- edge cases


@pytest.mark.hint("Two categories: there is one split.")
def test_edge_two_categories(candidate, check):
    """Two categories"""
    cats, y = ["b", "a", "b"], [1.0, 4.0, 3.0]
    check(candidate.best_categorical_split(cats, y), cats, y, 2.0)
    check(candidate.best_categorical_split(["a", "b"], [5.0, 3.0]), ["a", "b"], [5.0, 3.0], 0.0)


@pytest.mark.points(2)
@pytest.mark.hint("Order the categories by their mean: not by size, sum, name or first row.")
def test_edge_order_of_categories(candidate, least, check):
    """Sizes, sums, names and first rows lead astray"""
    cats = ["a", "a", "a", "a", "b", "c", "c", "c", "d", "d"]
    y = [2.0, 2.0, 2.0, 2.0, 9.0, 3.0, 3.0, 3.0, 8.0, 9.0]
    check(candidate.best_categorical_split(cats, y), cats, y, 12 / 7 + 2 / 3)
    cats, y = ["a", "b", "c", "d", "a", "d"], [0.0, 4.0, 1.0, 9.0, 10.0, -8.0]
    check(candidate.best_categorical_split(cats, y), cats, y, least(cats, y))


@pytest.mark.points(2)
@pytest.mark.hint("One category against all the others may be the best, at either end.")
def test_edge_one_against_all(candidate, check):
    """One category against all others"""
    cats = ["a", "b", "c", "d"]
    check(candidate.best_categorical_split(cats, [1, 2, 3, 50]), cats, [1, 2, 3, 50], 2.0)
    check(candidate.best_categorical_split(cats, [3, -50, 1, 2]), cats, [3, -50, 1, 2], 2.0)


@pytest.mark.hint("Two categories against two may be the best: one against the rest is not enough.")
def test_edge_two_against_two(candidate, check):
    """Two categories against two"""
    cats, y = ["a", "b", "c", "d"], [0.0, 10.0, 1.0, 11.0]
    check(candidate.best_categorical_split(cats, y), cats, y, 1.0)


@pytest.mark.points(2)
@pytest.mark.hint("Errors are sums over the rows: a mean of variances prefers other splits.")
def test_edge_large_and_small_categories(candidate, least, check):
    """A large category among small ones"""
    cats = ["a"] * 12 + ["b", "c"]
    y = [0.0, 1.0] * 6 + [2.5, 5.0]
    check(candidate.best_categorical_split(cats, y), cats, y, 3.0 + 3.125)
    cats, y = ["a"] * 9 + ["b"] * 3 + ["c"], [0.0, 2.0, 1.0] * 3 + [4.0, 4.0, 5.5] + [9.0]
    check(candidate.best_categorical_split(cats, y), cats, y, least(cats, y))


@pytest.mark.hint("Some categories have the same mean: they may stand on either side of a cut.")
def test_edge_equal_means(candidate, check):
    """Categories with the same mean"""
    cats, y = ["a", "a", "b", "c", "c", "d"], [1.0, 3.0, 2.0, 0.0, 4.0, 7.0]
    check(candidate.best_categorical_split(cats, y), cats, y, 10.0)


@pytest.mark.hint("No category differs: every split is as good as the whole.")
def test_edge_all_means_equal(candidate, check):
    """All categories have the same mean"""
    cats, y = ["a", "a", "b", "b", "c"], [1.0, 3.0, 0.0, 4.0, 2.0]
    check(candidate.best_categorical_split(cats, y), cats, y, 10.0)


@pytest.mark.points(2)
@pytest.mark.hint("Σy² - (Σy)²/n loses the difference of large numbers: move the targets first.")
def test_edge_far_from_zero(candidate, least, check):
    """Targets around a million that differ by a few"""
    cats, y = ["a", "b", "c"] * 4, [1e6 + v for v in (0.1, 2.3, 5.7, 1.1, 2.9, 6.3, 0.6, 3.2, 5.1, 0.3, 2.2, 7.4)]
    check(candidate.best_categorical_split(cats, y), cats, y, least(cats, y))


@pytest.mark.points(2)
@pytest.mark.hint("Squares of large sums hide which cut is the best: take the mean off the targets first (rule 5).")
def test_edge_many_far_from_zero(candidate, reference, draw, check):
    """Many categories with targets around ten million"""
    cats, y = draw(36, 400, 120)
    expected = reference.best_categorical_split(cats, y)[1]
    far = [v + 1e7 for v in y]
    check(candidate.best_categorical_split(cats, far), cats, far, expected)


@pytest.mark.hint("Targets may be negative.")
def test_edge_negative_targets(candidate, check):
    """Negative targets"""
    cats, y = ["a", "b", "c"], [-1.0, -5.0, -2.0]
    check(candidate.best_categorical_split(cats, y), cats, y, 0.5)


@pytest.mark.hint("Whole numbers are targets too: beware of integer arrays.")
def test_edge_whole_numbers(candidate, check):
    """Whole numbers as targets"""
    cats, y = ["a", "a", "b", "b", "c"], [1, 2, 2, 5, 9]
    check(candidate.best_categorical_split(cats, y), cats, y, 9.0)


@pytest.mark.hint("Categories are strings as they are: empty ones, blanks and capitals count.")
def test_edge_odd_categories(candidate, check):
    """Categories that differ by case and blanks only"""
    cats, y = ["a", "A", "a ", "", "A"], [1.0, 8.0, 2.0, 9.0, 7.0]
    check(candidate.best_categorical_split(cats, y), cats, y, 2.5)


@pytest.mark.hint("Fewer than two categories must raise ValueError, and no rows too (rule 7).")
def test_edge_too_few_categories(candidate):
    """No rows, or one row, are an error"""
    for cats, y in (([], []), (["a"], [1.0]), (["a"] * 3, [2.0] * 3)):
        with pytest.raises(ValueError):
            candidate.best_categorical_split(cats, y)


@pytest.mark.hint("Lists of different lengths must raise ValueError (rule 7).")
@pytest.mark.parametrize("y", [[1.0, 2.0], [1.0, 2.0, 3.0, 4.0], []])
def test_edge_lengths(candidate, y):
    """Lists of different lengths are an error"""
    with pytest.raises(ValueError):
        candidate.best_categorical_split(["a", "b", "a"], y)


@pytest.mark.points(2)
@pytest.mark.hint("Sums of squares far from 0 lose the digits that decide between two cuts: take the mean off "
                  "first (rule 5).")
def test_edge_many_rows_far_from_zero(candidate, reference, draw, check):
    """Thousands of rows about ten million"""
    cats, y = draw(36, 3000, 60)
    far = [10_000_000.0 + v / 64 for v in y]
    expected = reference.best_categorical_split(cats, far)[1]
    check(candidate.best_categorical_split(cats, far), cats, far, expected)


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 8).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    candidate.best_categorical_split(*draw(35, 15, 4))
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
