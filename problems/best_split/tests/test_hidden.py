"""Every split by exact fractions, relations that must hold, and the edge cases of the prompt."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import close, integer, items, number


def hold(answer, every):
    """One of the best splits, with its own impurity; `every` are all of them, exactly."""
    found = items(answer, 3)
    j, t, impurity = integer(found[0]), number(found[1]), number(found[2])
    own = [s for s in every if s[0] == j and abs(s[1] - t) <= 1e-6 * (1 + abs(t))]
    assert own, "no threshold of that column: not the midpoint of two consecutive distinct values"
    best = min(s[2] for s in every)
    assert abs(impurity - own[0][2]) <= 1e-6, "the impurity is not that of the returned split"
    assert own[0][2] == best, "another split has less impurity"
    return j, t


def check(answer, j, t, impurity):
    found = items(answer, 3)
    assert integer(found[0]) == j, f"column {found[0]} was returned, {j} is the one (rule 2)"
    assert found[1] == close(t)
    assert found[2] == close(impurity)


# ---------------------------------------------------------------- comparison with all splits


@pytest.mark.points(2)
@pytest.mark.hint("Try all columns and all midpoints on a few rows of your own, and compare.")
@pytest.mark.parametrize("seed", [1, 2])
def test_random_values(candidate, splits, seed):
    """Random rows, two classes"""
    rng = np.random.default_rng(seed)
    X, y = rng.normal(size=(30, 3)).round(3), rng.integers(0, 2, 30)
    hold(candidate.best_split(X, y), splits(X, y))


@pytest.mark.points(2)
@pytest.mark.hint(
    "Equal values must not be separated: thresholds lie between distinct values (rule 1)."
)
@pytest.mark.parametrize("seed", [11, 13])
def test_random_repeated_values(candidate, draw, splits, seed):
    """Many equal values"""
    X, y = draw(seed, 40, 2, 2, 2)
    hold(candidate.best_split(X, y), splits(X, y))


@pytest.mark.points(2)
@pytest.mark.hint("1 - Σ q² over all classes: 2·q·(1 - q) is for two classes only.")
@pytest.mark.parametrize("seed", [21, 23])
def test_random_many_classes(candidate, draw, splits, seed):
    """Five classes"""
    X, y = draw(seed, 36, 3, 6, 5)
    hold(candidate.best_split(X, y), splits(X, y))


@pytest.mark.points(2)
@pytest.mark.hint("Both sides count by their numbers of rows: a small pure side is worth little.")
def test_random_rare_class(candidate, splits):
    """A rare class"""
    for seed in (31, 32, 33, 34):
        rng = np.random.default_rng(seed)
        X, y = rng.normal(size=(25, 2)).round(3), (rng.random(25) < 0.15).astype(int)
        hold(candidate.best_split(X, y), splits(X, y))


# ---------------------------------------------------------------- relations that must hold

small = st.lists(
    st.tuples(st.integers(-2, 2), st.integers(-2, 2), st.integers(0, 2)), min_size=1, max_size=9
)


@pytest.mark.points(2)
@pytest.mark.hint("Compare with a slow version of your own on a few rows.")
@settings(max_examples=25)
@given(rows=small)
def test_relation_small_inputs(candidate, splits, rows):
    """Any small input"""
    X, y = np.array([r[:2] for r in rows]), np.array([r[2] for r in rows])
    every = splits(X, y)
    answer = candidate.best_split(X, y)
    if every:
        hold(answer, every)
    else:
        assert answer.value is None, "there is nothing to split: expected None (rule 4)"


@pytest.mark.hint("Labels are names: nothing may be computed from their values (rule 5).")
@pytest.mark.parametrize("names", [[900, 10**12, -5], ["yes", "no", "maybe"]])
def test_relation_labels_are_names(candidate, splits, names):
    """Renaming the labels changes nothing"""
    rng = np.random.default_rng(41)
    X, y = rng.normal(size=(30, 2)).round(3), rng.integers(0, 3, 30)
    renamed = np.array([names[c] for c in y])
    hold(candidate.best_split(X, renamed), splits(X, y))


@pytest.mark.hint("The order of the rows means nothing: sort a column before you walk along it.")
def test_relation_order_of_rows(candidate):
    """Turning the rows round changes nothing"""
    X = np.array([[3.0, 1.0], [9.0, 2.0], [1.0, 7.0], [4.0, 5.0], [7.0, 3.0], [2.0, 9.0]])
    y = np.array([0, 1, 0, 0, 1, 0])
    for order in ([0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [3, 0, 5, 1, 4, 2]):
        check(candidate.best_split(X[order], y[order]), 0, 5.5, 0.0)


@pytest.mark.hint("Every row twice: the same shares on both sides, the same split.")
def test_relation_every_row_twice(candidate, splits):
    """Every row twice changes nothing"""
    rng = np.random.default_rng(42)
    X, y = rng.normal(size=(15, 2)).round(3), rng.integers(0, 2, 15)
    hold(candidate.best_split(np.vstack([X, X]), np.append(y, y)), splits(X, y))


@pytest.mark.hint(
    "Only the order of a column's values matters, and the threshold lies in the middle."
)
def test_relation_stretched(candidate, splits):
    """Stretching a column stretches its thresholds"""
    rng = np.random.default_rng(43)
    X, y = rng.normal(size=(24, 2)).round(2), rng.integers(0, 2, 24)
    far = X * [4.0, 0.5] + [100.0, -8.0]
    hold(candidate.best_split(far, y), splits(far, y))


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("Equal columns: the first of them (rule 2).")
def test_edge_equal_columns(candidate):
    """Equal columns"""
    column = [1.0, 2.0, 3.0, 4.0, 5.0]
    X = np.array([[0.0] * 5, column, column, column]).T
    check(candidate.best_split(X, np.array([0, 0, 1, 1, 1])), 1, 2.5, 0.0)
    check(candidate.best_split(X[:, ::-1].copy(), np.array([0, 0, 1, 1, 1])), 0, 2.5, 0.0)


@pytest.mark.points(2)
@pytest.mark.hint("A column and its mirror image split alike: the first of them (rule 2).")
def test_edge_mirrored_columns(candidate):
    """A column and its mirror image"""
    column = np.array([1.0, 2.0, 4.0, 8.0])
    y = np.array([1, 0, 0, 0])
    check(candidate.best_split(np.array([column, -column]).T, y), 0, 1.5, 0.0)
    check(candidate.best_split(np.array([-column, column]).T, y), 0, -1.5, 0.0)


@pytest.mark.points(2)
@pytest.mark.hint("Two thresholds of one impurity: the smaller (rule 2).")
def test_edge_equal_thresholds(candidate):
    """Two thresholds of one impurity"""
    X = np.array([[4.0], [1.0], [3.0], [2.0]])
    check(candidate.best_split(X, np.array([0, 0, 1, 1])), 0, 1.5, 1 / 3)
    check(candidate.best_split(np.array([[3.0], [2.0], [1.0]]), np.array([5, 7, 5])), 0, 1.5, 1 / 3)


@pytest.mark.points(2)
@pytest.mark.hint(
    "The column counts before the threshold: the smallest j first, whatever its t (rule 2)."
)
def test_edge_column_before_threshold(candidate):
    """The smallest column wins over a smaller threshold"""
    X = np.array([[10.0, 1.0], [20.0, 2.0], [30.0, 3.0]])
    check(candidate.best_split(X, np.array([0, 1, 1])), 0, 15.0, 0.0)
    check(candidate.best_split(X, np.array([0, 0, 0])), 0, 15.0, 0.0)


@pytest.mark.hint("The best column may be any, also the last.")
def test_edge_last_column(candidate):
    """The last column is the best"""
    X = np.array([[1.0, 1.0, 5.0], [2.0, 2.0, 6.0], [1.0, 2.0, 9.0], [2.0, 1.0, 8.0]])
    check(candidate.best_split(X, np.array([0, 0, 1, 1])), 2, 7.0, 0.0)


@pytest.mark.hint("The best threshold may be the first or the last of its column.")
def test_edge_outermost_thresholds(candidate):
    """The first and the last threshold"""
    X = np.array([[1.0], [2.0], [3.0], [4.0]])
    check(candidate.best_split(X, np.array([1, 0, 0, 0])), 0, 1.5, 0.0)
    check(candidate.best_split(X, np.array([0, 0, 0, 1])), 0, 3.5, 0.0)


@pytest.mark.points(2)
@pytest.mark.hint(
    "The least Gini impurity; entropy, or the error rate, would choose another split here."
)
def test_edge_not_the_entropy(candidate, splits):
    """Another measure would choose another split"""
    X = np.array([[float(v)] for v in range(1, 13)])
    for labels in ([1, 1, 1, 0, 1, 2, 0, 2, 1, 2, 0, 0], [0, 0, 1, 0, 0, 1, 1, 0, 1, 2, 2, 2],
                   [0, 1, 0, 0, 0, 0, 1, 0, 1, 1, 0, 1]):  # fmt: skip
        y = np.array(labels)
        hold(candidate.best_split(X, y), splits(X, y))


@pytest.mark.hint("A threshold lies between two values: (a + b)/2 has a half, also of integers.")
def test_edge_integers(candidate):
    """Integer columns, also negative ones"""
    X = np.array([[-4], [-1], [2], [7]])
    check(candidate.best_split(X, np.array([0, 1, 1, 1])), 0, -2.5, 0.0)
    check(candidate.best_split(X, np.array([0, 0, 1, 1])), 0, 0.5, 0.0)


@pytest.mark.hint("X[i, j] <= t goes to the left: between two floats without a third, t is the smaller one.")
def test_edge_next_float(candidate):
    """Two values with no number between them"""
    X = np.array([[np.nextafter(1.0, 2.0)], [1.0], [np.nextafter(1.0, 2.0)]])
    check(candidate.best_split(X, np.array([1, 0, 1])), 0, 1.0, 0.0)


@pytest.mark.hint("Small integer types wrap around when two values are added: convert first.")
def test_edge_bytes(candidate):
    """Columns of unsigned bytes"""
    X = np.array([[200], [251], [10], [190]], dtype=np.uint8)
    check(candidate.best_split(X, np.array([0, 1, 0, 0])), 0, 225.5, 0.0)


@pytest.mark.hint("Labels can be bools.")
def test_edge_bools(candidate):
    """Labels that are bools"""
    X = np.array([[1.0], [2.0], [3.0]])
    check(candidate.best_split(X, np.array([True, False, False])), 0, 1.5, 0.0)


@pytest.mark.hint("Two rows have one split.")
def test_edge_two_rows(candidate):
    """Two rows"""
    check(candidate.best_split(np.array([[3.0], [1.0]]), np.array([0, 1])), 0, 2.0, 0.0)


@pytest.mark.hint("A column without a split is left out; the others are still looked at (rule 4).")
def test_edge_constant_columns(candidate):
    """Constant columns before and after"""
    X = np.array([[5.0, 0.0, 1.0, 5.0], [5.0, 0.0, 2.0, 5.0], [5.0, 0.0, 3.0, 5.0]])
    check(candidate.best_split(X, np.array([0, 0, 1])), 2, 2.5, 0.0)


@pytest.mark.hint("One row, or constant columns only: None (rule 4).")
def test_edge_no_split(candidate):
    """No split at all"""
    for X, y in (([[1.0, 2.0]], [0]), ([[1.0, 2.0]] * 4, [0, 1, 0, 1]), ([[3.0]] * 3, [1, 1, 1])):
        found = candidate.best_split(np.array(X), np.array(y))
        assert found.value is None, "there is nothing to split: expected None (rule 4)"


@pytest.mark.hint("No rows must raise ValueError (rule 6).")
def test_edge_no_rows(candidate):
    """No rows are an error"""
    with pytest.raises(ValueError):
        candidate.best_split(np.zeros((0, 2)), np.zeros(0, dtype=int))


@pytest.mark.hint("X and y of different length must raise ValueError (rule 6).")
@pytest.mark.parametrize("labels", [[0], [0, 1, 0, 1]])
def test_edge_lengths(candidate, labels):
    """X and y of different length are an error"""
    with pytest.raises(ValueError):
        candidate.best_split(np.array([[1.0], [2.0], [3.0]]), np.array(labels))


@pytest.mark.hint("Minus an unsigned integer is no negative number: convert first.")
def test_edge_bytes_from_zero(candidate):
    """Unsigned bytes, 0 among them"""
    X = np.array([[3], [0], [9], [0]], dtype=np.uint8)
    check(candidate.best_split(X, np.array([1, 0, 1, 0])), 0, 1.5, 0.0)
    check(candidate.best_split(X, np.array([0, 0, 1, 0])), 0, 6.0, 0.0)


@pytest.mark.hint("The difference of two small integers may not fit their type: convert first.")
def test_edge_signed_bytes(candidate):
    """Signed bytes far apart"""
    X = np.array([[-100], [101], [-100], [120]], dtype=np.int8)
    check(candidate.best_split(X, np.array([0, 1, 0, 1])), 0, 0.5, 0.0)
    check(candidate.best_split(X, np.array([0, 1, 0, 0])), 0, 0.5, 0.25)
    X = np.array([[-30_000], [30_002]], dtype=np.int16)
    check(candidate.best_split(X, np.array(["a", "b"])), 0, 1.0, 0.0)


@pytest.mark.hint("Labels are not the function's to change, whatever their least is (rule 7).")
def test_edge_labels_unchanged(candidate):
    """The labels are not renumbered in place"""
    X, y = np.array([[1.0], [2.0], [3.0], [4.0]]), np.array([5, 5, 9, 7])
    candidate.best_split(X, y)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"


@pytest.mark.hint("Sort a copy: the arguments must be as they were (rule 7).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    X, y = draw(51, 20, 2, 5, 2)
    candidate.best_split(X, y)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
