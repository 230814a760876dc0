"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import array, close

nan = np.nan


# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Work one gap out by hand: who is a donor, how far is each, which k, their mean.")
@pytest.mark.parametrize("k", [1, 3, 8])
def test_random(candidate, reference, draw, k):
    """Random rows, a fifth of the values missing"""
    X = draw(k, 40, 5)
    assert candidate.knn_impute(X, k) == close(reference.knn_impute(X, k))


@pytest.mark.points(2)
@pytest.mark.hint("Most values are missing: rows with nothing in common have no distance (rule 2).")
@pytest.mark.parametrize("share", [0.5, 0.8])
def test_random_sparse(candidate, reference, draw, share):
    """Random rows, most of the values missing"""
    X = draw(int(100 * share), 30, 6, share)
    assert candidate.knn_impute(X, 4) == close(reference.knn_impute(X, 4))


@pytest.mark.points(2)
@pytest.mark.hint("Equal distances: by the index of the row, so sort stably (rule 3).")
@pytest.mark.parametrize("k", [1, 4, 9])
def test_random_ties(candidate, reference, k):
    """Many rows with equal distances"""
    rng = np.random.default_rng(k)
    X = rng.integers(0, 3, size=(240, 4)).astype(float)
    X[:, 3] = rng.integers(0, 50, 240)
    X[rng.choice(240, 8, replace=False), 3] = nan
    assert candidate.knn_impute(X, k) == close(reference.knn_impute(X, k))


@pytest.mark.points(2)
@pytest.mark.hint("Compare with a slow version of your own that follows the rules one by one.")
@settings(max_examples=30)
@given(
    rows=st.lists(st.tuples(*[st.sampled_from([nan, nan, 0, 1, 2, 5])] * 3), min_size=1, max_size=6),
    k=st.integers(1, 4),
)
def test_random_small_inputs(candidate, reference, rows, k):
    """Any small input"""
    X = np.array(rows, dtype=float)
    assert candidate.knn_impute(X, k) == close(reference.knn_impute(X, k))


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint("What is there stays as it is; no gap is left.")
@settings(max_examples=15)
@given(seed=st.integers(0, 10**6), share=st.sampled_from([0.1, 0.6, 0.95]))
def test_relation_whole(candidate, draw, seed, share):
    """What was there stays, and no gap is left"""
    X = draw(seed, 12, 4, share)
    filled = array(candidate.knn_impute(X, 2), (12, 4))
    assert not np.isnan(filled).any(), "a gap is left"
    there = ~np.isnan(X)
    assert (filled[there] == X[there]).all(), "a value that was there has changed"
    for j in range(4):
        own = X[there[:, j], j]
        low, high = (own.min(), own.max()) if len(own) else (0.0, 0.0)
        inside = (filled[:, j] >= low - 1e-9) & (filled[:, j] <= high + 1e-9)
        assert inside.all(), "a gap got a value beyond all values of its column"


@pytest.mark.points(2)
@pytest.mark.hint("Rows in another order are filled alike; so are columns.")
def test_relation_order(candidate, draw):
    """Rows and columns in another order"""
    X = draw(21, 25, 4)
    filled = array(candidate.knn_impute(X, 3), (25, 4))
    assert candidate.knn_impute(X[::-1], 3) == close(filled[::-1])
    assert candidate.knn_impute(X[:, [2, 0, 3, 1]], 3) == close(filled[:, [2, 0, 3, 1]])


@pytest.mark.hint("Distances of moved and stretched rows are in the same order: nothing is standardised.")
def test_relation_moved(candidate, draw):
    """Moving each column, and stretching all alike"""
    X = draw(22, 25, 3)
    filled = array(candidate.knn_impute(X, 2), (25, 3))
    shift = np.array([16.0, -64.0, 0.0])
    assert candidate.knn_impute(4 * X + shift, 2) == close(4 * filled + shift)


@pytest.mark.points(2)
@pytest.mark.hint("Gaps are filled from X alone, never from what was filled in (rule 6).")
def test_relation_no_chaining(candidate, draw):
    """More rows with gaps change no other row"""
    X = draw(23, 20, 3)
    filled = array(candidate.knn_impute(X, 2), (20, 3))
    # Each new row has one column, so it is a donor of no other column; that one is far away.
    more = np.array([[1e6, nan, nan], [nan, 1e6, nan], [nan, nan, 1e6], [nan, nan, nan]])
    rows = ~np.isnan(X).all(axis=1)
    again = array(candidate.knn_impute(np.vstack([X, more]), 2), (24, 3))
    gaps = np.isnan(X) & rows[:, None]
    donors = np.array([[_donors(X, i, j) for j in range(3)] for i in range(20)])
    enough = gaps & (donors >= 2)
    assert enough.sum() > 5
    assert np.allclose(again[:20][enough], filled[enough]), "far rows with gaps changed what others got"


def _donors(X, i, j):
    """How many donors the gap of row i in column j has."""
    common = (~np.isnan(X) & ~np.isnan(X[i])).any(axis=1)
    return int((common & ~np.isnan(X[:, j])).sum())


@pytest.mark.hint("A column without values changes no distance, and is filled with 0.")
def test_relation_empty_column(candidate, draw):
    """One more column, without values"""
    X = draw(24, 20, 3)
    filled = array(candidate.knn_impute(X, 3), (20, 3))
    wide = np.column_stack([X[:, :1], np.full(20, nan), X[:, 1:]])
    expected = np.column_stack([filled[:, :1], np.zeros(20), filled[:, 1:]])
    assert candidate.knn_impute(wide, 3) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("k beyond the number of donors is all donors (rule 3).")
def test_relation_many_neighbours(candidate, draw):
    """More neighbours than rows"""
    X = draw(25, 15, 3)
    filled = array(candidate.knn_impute(X, 15), (15, 3))
    assert candidate.knn_impute(X, 10**6) == close(filled)


# ---------------------------------------------------------------- edge cases


@pytest.mark.hint("Nothing is missing: the same numbers, in a new array of floats.")
def test_edge_no_gaps(candidate):
    """Nothing is missing"""
    answer = candidate.knn_impute(np.array([[1, 2], [3, 4]]), 2)
    assert answer == close([[1.0, 2.0], [3.0, 4.0]])


@pytest.mark.points(2)
@pytest.mark.hint("The nearest row lacks the column: take the nearest that has it (rule 2).")
def test_edge_nearest_has_a_gap(candidate):
    """The nearest row has the same gap"""
    X = np.array([[1.0, nan], [1.0, nan], [2.0, 8.0], [9.0, 1.0]])
    assert candidate.knn_impute(X, 1) == close([[1.0, 8.0], [1.0, 8.0], [2.0, 8.0], [9.0, 1.0]])


@pytest.mark.points(2)
@pytest.mark.hint("Divide by the number of common columns, not by all of them, and not at all (rule 1).")
def test_edge_common_columns(candidate):
    """Few columns in common, and many"""
    # Row 0 is at 9 over one column from row 1; at 8 from row 2, over four.
    X = np.array(
        [[0.0, 0.0, 0.0, 0.0, nan], [3.0, nan, nan, nan, 10.0], [4.0, 4.0, 0.0, 0.0, 20.0]]
    )
    assert candidate.knn_impute(X, 1)[0] == close([0.0, 0.0, 0.0, 0.0, 20.0])
    X[1, 0] = 2.5
    assert candidate.knn_impute(X, 1)[0] == close([0.0, 0.0, 0.0, 0.0, 10.0])


@pytest.mark.points(2)
@pytest.mark.hint("Square the differences: two of 3 are nearer than one of 5 (rule 1).")
def test_edge_squares(candidate):
    """Squared differences, not absolute ones"""
    X = np.array([[0.0, 0.0, nan], [5.0, 0.0, 1.0], [3.0, 3.0, 2.0]])
    assert candidate.knn_impute(X, 1)[0] == close([0.0, 0.0, 2.0])


@pytest.mark.points(2)
@pytest.mark.hint("The gap of one row must not be filled from what another was filled with (rule 6).")
def test_edge_chain(candidate):
    """A chain of gaps"""
    X = np.array([[0.0, nan, 100.0], [1.0, nan, nan], [2.0, nan, 7.0], [9.0, 50.0, nan]])
    expected = [[0.0, 50.0, 100.0], [1.0, 50.0, 100.0], [2.0, 50.0, 7.0], [9.0, 50.0, 7.0]]
    assert candidate.knn_impute(X, 1) == close(expected)
    X = np.array([[0.0, nan, nan], [nan, 4.0, nan], [nan, nan, 6.0]])
    assert candidate.knn_impute(X, 2) == close([[0.0, 4.0, 6.0]] * 3)


@pytest.mark.points(2)
@pytest.mark.hint("A row with nothing in common is no donor, though fewer than k are left (rules 2 and 3).")
def test_edge_nothing_in_common(candidate):
    """Rows with nothing in common are no donors"""
    X = np.array([[1.0, nan, nan], [2.0, 10.0, nan], [nan, 90.0, 4.0], [5.0, 20.0, nan]])
    assert candidate.knn_impute(X, 3)[0] == close([1.0, 15.0, 4.0])


@pytest.mark.hint("A row without any value gets the means of the columns (rule 4).")
def test_edge_empty_row(candidate):
    """A row without values"""
    X = np.array([[nan, nan], [1.0, 10.0], [4.0, nan]])
    assert candidate.knn_impute(X, 1) == close([[2.5, 10.0], [1.0, 10.0], [4.0, 10.0]])


@pytest.mark.hint("One row: no other rows, so no donors; one column: nothing in common (rules 4 and 5).")
def test_edge_one_row_or_column(candidate):
    """One row, and one column"""
    assert candidate.knn_impute(np.array([[nan, 3.0]]), 1) == close([[0.0, 3.0]])
    assert candidate.knn_impute(np.array([[1.0], [nan], [6.0]]), 1) == close([[1.0], [3.5], [6.0]])
    assert candidate.knn_impute(np.array([[0.0], [nan], [2.0]]), 3) == close([[0.0], [1.0], [2.0]])
    assert candidate.knn_impute(np.array([[nan, nan], [nan, nan]]), 2) == close(np.zeros((2, 2)))


@pytest.mark.hint("Of equal distances the lowest indices count, wherever the row itself stands (rule 3).")
def test_edge_ties(candidate):
    """Equal distances before and after the row"""
    X = np.array([[2, 10.0], [0, 20.0], [1, nan], [2, 40.0], [0, 80.0], [1, 160.0]])
    assert candidate.knn_impute(X, 1)[2] == close([1.0, 160.0])
    assert candidate.knn_impute(X, 2)[2] == close([1.0, 85.0])
    assert candidate.knn_impute(X, 3)[2] == close([1.0, 190 / 3])


@pytest.mark.hint("Values near 0 and below are values like others; only nan is a gap.")
def test_edge_zeros_and_signs(candidate):
    """Zeros and negative values"""
    X = np.array([[0.0, 0.0], [-1.0, -8.0], [0.0, nan], [nan, 0.0]])
    assert candidate.knn_impute(X, 1) == close([[0.0, 0.0], [-1.0, -8.0], [0.0, 0.0], [0.0, 0.0]])
    assert candidate.knn_impute(X, 2) == close([[0.0, 0.0], [-1.0, -8.0], [0.0, -4.0], [-0.5, 0.0]])


@pytest.mark.hint("k below 1 must raise ValueError, also where nothing is missing (rule 7).")
@pytest.mark.parametrize("k", [0, -1])
def test_edge_bad_k(candidate, k):
    """k below 1 is an error"""
    for X in ([[1.0, nan], [2.0, 3.0]], [[1.0, 2.0]]):
        with pytest.raises(ValueError):
            candidate.knn_impute(np.array(X), k)


@pytest.mark.points(2)
@pytest.mark.hint("First the donors, then the nearest of them: there may be any number of nearer rows without the "
                  "column (rules 2 and 3).")
def test_edge_many_nearer_without_it(candidate):
    """Many nearer rows have the same gap"""
    X = np.array([[0.0, nan]] * 200 + [[1.0, 5.0], [9.0, 7.0]])
    expected = np.array([[0.0, 5.0]] * 200 + [[1.0, 5.0], [9.0, 7.0]])
    assert candidate.knn_impute(X, 1) == close(expected)


@pytest.mark.hint("A row is no donor of its own, and all other rows may be: beware of blocks of rows (rule 2).")
def test_edge_hundreds_of_rows(candidate):
    """Each gap has one row that is as near as can be"""
    there = [[float(i), float(i)] for i in range(512)]
    X = np.array(there + [[float(i), nan] for i in range(40)])
    assert candidate.knn_impute(X, 1) == close(np.array(there + there[:40]))


@pytest.mark.hint("Distances that differ a little are not equal: nothing is rounded (rule 3).")
def test_edge_small_differences(candidate):
    """Distances of a hundred-millionth"""
    X = np.array([[2e-4, 7.0], [1e-4, 9.0], [0.0, nan], [-3e-4, 8.0]])
    assert candidate.knn_impute(X, 1)[2] == close([0.0, 9.0])
    assert candidate.knn_impute(X, 2)[2] == close([0.0, 8.0])


@pytest.mark.points(2)
@pytest.mark.hint("a² + b² - 2ab loses the difference of large numbers: take the differences themselves, or move the "
                  "columns near 0 first (rule 1).")
def test_edge_far_from_zero(candidate):
    """Points in time, in seconds"""
    now = 1_700_000_000.0
    X = np.array([[now, 1.0], [now + 9, 2.0], [now + 2, 3.0], [now + 3, nan]])
    assert candidate.knn_impute(X, 1)[3] == close([now + 3, 3.0])
    assert candidate.knn_impute(X, 2)[3] == close([now + 3, 2.0])


@pytest.mark.hint("Fill a copy: the arguments must be as they were (rule 8).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    candidate.knn_impute(draw(31, 9, 3, 0.4), 2)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
