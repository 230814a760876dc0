"""The equation that the directions solve, relations that must hold, and the edge cases of the prompt."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import array, close


def solves(W, within, between):
    """The λ of each column, if it is a direction of the generalised problem."""
    values = []
    for w in W.T:
        value = (w @ between @ w) / (w @ within @ w)
        rest = between @ w - value * (within @ w)
        size = np.linalg.norm(between) * np.linalg.norm(w)
        assert np.linalg.norm(rest) < 1e-6 * size, "a column does not solve S_b·w = λ·S_w·w"
        values.append(value)
    return np.array(values)


def largest(within, between):
    """All λ, the largest first."""
    root = np.linalg.inv(np.linalg.cholesky(within))
    return np.linalg.eigvalsh(root @ between @ root.T)[::-1]


# ---------------------------------------------------------------- the equation, on random classes


@pytest.mark.points(3)
@pytest.mark.hint(
    "S_b·w = λ·S_w·w with the S_w and S_b of the prompt: not principal components, no S_b alone."
)
@pytest.mark.parametrize(
    ("counts", "p", "k"), [((12, 12), 3, 1), ((10, 10, 10), 4, 2), ((9,) * 5, 3, 3)]
)
def test_random_equation(candidate, draw, scatter, counts, p, k):
    """The columns solve the equation"""
    X, y = draw(p, counts, p)
    solves(array(candidate.lda_directions(X, y, k), (p, k)), *scatter(X, y))


@pytest.mark.points(2)
@pytest.mark.hint(
    "Classes of different size: weight each mean by n_c, and take m over all rows (rule 4)."
)
@pytest.mark.parametrize("counts", [(30, 8, 5), (5, 24, 9)])
def test_random_unequal_classes(candidate, draw, scatter, counts):
    """Classes of different size"""
    X, y = draw(11, counts, 3)
    solves(array(candidate.lda_directions(X, y, 2), (3, 2)), *scatter(X, y))


@pytest.mark.points(2)
@pytest.mark.hint(
    "The largest λ first, and only the k largest (rule 1): eig does not sort, eigh sorts upwards."
)
@pytest.mark.parametrize("seed", [21, 22, 23])
def test_random_order(candidate, draw, scatter, seed):
    """The columns with the largest λ, in order"""
    X, y = draw(seed, (12, 10, 8, 9, 11), 4)
    within, between = scatter(X, y)
    found = solves(array(candidate.lda_directions(X, y, 3), (4, 3)), within, between)
    expected = largest(within, between)[:3]
    assert np.allclose(np.sort(found)[::-1], expected, 1e-6), "not the directions of the largest λ"
    assert np.allclose(found, expected, 1e-6), "the columns are not in the order of their λ"


@pytest.mark.points(2)
@pytest.mark.hint("Each column is divided by its own length (rule 2).")
def test_random_length(candidate, draw):
    """Columns of length 1"""
    X, y = draw(31, (10, 12, 14), 3)
    W = array(candidate.lda_directions(X, y, 2), (3, 2))
    assert np.allclose((W**2).sum(axis=0), 1.0, 0, 1e-6), "a column has not the length 1"


@pytest.mark.points(2)
@pytest.mark.hint(
    "The entry of largest size is positive: not the first entry, not the sum (rule 3)."
)
@pytest.mark.parametrize("seed", [41, 42, 43, 44])
def test_random_sign(candidate, draw, seed):
    """The sign of the columns"""
    X, y = draw(seed, (10, 12, 14, 9), 4)
    W = array(candidate.lda_directions(X, y, 3), (4, 3))
    for w in W.T:
        assert w[np.abs(w).argmax()] > 0, "the entry of largest size is negative"


@pytest.mark.points(2)
@pytest.mark.hint(
    "Compare with the eigenvectors of S_w⁻¹·S_b, sorted, of length 1, with the sign of rule 3."
)
def test_random_all_rules(candidate, reference, draw):
    """Everything at once"""
    X, y = draw(51, (10, 12, 14), 5)
    assert candidate.lda_directions(X, y, 2) == close(reference.lda_directions(X, y, 2), atol=1e-6)


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint("Check the equation, the length and the sign on a few rows of your own.")
@settings(max_examples=15)
@given(rows=st.lists(st.tuples(st.integers(-4, 4), st.integers(-4, 4)), min_size=6, max_size=9))
def test_relation_small_inputs(candidate, scatter, rows):
    """Two small classes"""
    X, y = np.array(rows), np.arange(len(rows)) % 2
    within, between = scatter(X, y)
    spread = np.linalg.eigvalsh(within)
    if spread[0] < 1e-3 * spread[-1] or spread[-1] == 0 or np.abs(between).max() < 1e-9:
        return
    w = array(candidate.lda_directions(X, y, 1), (2, 1))
    solves(w, within, between)
    assert abs((w**2).sum() - 1) < 1e-6, "the column has not the length 1"
    value = (w.T @ between @ w)[0, 0] / (w.T @ within @ w)[0, 0]
    assert abs(value - largest(within, between)[0]) < 1e-6 * (1 + value), "not the largest λ"


@pytest.mark.hint("Fewer directions are the first ones of more.")
def test_relation_fewer(candidate, draw):
    """One direction is the first of two"""
    X, y = draw(61, (10, 12, 14), 3)
    two = array(candidate.lda_directions(X, y, 2), (3, 2))
    assert candidate.lda_directions(X, y, 1) == close(two[:, :1], atol=1e-6)


@pytest.mark.hint("Moving all rows changes no direction: take the means off.")
def test_relation_moved(candidate, draw):
    """Moving all rows changes nothing"""
    X, y = draw(62, (10, 12, 14), 3)
    near = array(candidate.lda_directions(X, y, 2), (3, 2))
    assert candidate.lda_directions(X + [50.0, -20.0, 8.0], y, 2) == close(near, atol=1e-6)


@pytest.mark.hint("Labels are names, in any order: nothing is computed from them.")
def test_relation_labels_are_names(candidate, draw):
    """Renaming the classes changes nothing"""
    X, y = draw(63, (10, 12, 14), 3)
    near = array(candidate.lda_directions(X, y, 2), (3, 2))
    assert candidate.lda_directions(X, np.array([70, -5, 10**9])[y], 2) == close(near, atol=1e-6)


@pytest.mark.hint("The order of the rows means nothing; labels go with their rows.")
def test_relation_order_of_rows(candidate, draw):
    """The order of the rows changes nothing"""
    X, y = draw(64, (10, 12, 14), 3)
    near = array(candidate.lda_directions(X, y, 2), (3, 2))
    assert candidate.lda_directions(X[::-1].copy(), y[::-1].copy(), 2) == close(near, atol=1e-6)


@pytest.mark.points(2)
@pytest.mark.hint("Columns are not standardised: in other units a direction has other entries.")
def test_relation_units(candidate, draw):
    """A column in other units"""
    X, y = draw(65, (10, 12, 14), 3)
    near = array(candidate.lda_directions(X, y, 2), (3, 2)) / np.array([[4.0], [1.0], [0.5]])
    near = near / np.sqrt((near**2).sum(axis=0))
    near = near * np.sign(near[np.abs(near).argmax(axis=0), [0, 1]])
    assert candidate.lda_directions(X * [4.0, 1.0, 0.5], y, 2) == close(near, atol=1e-6)


# ---------------------------------------------------------------- edge cases


@pytest.mark.hint("One column: its only direction is 1.0.")
def test_edge_one_column(candidate):
    """One column"""
    found = candidate.lda_directions(
        np.array([[9.0], [8.0], [1.0], [2.0]]), np.array([0, 0, 1, 1]), 1
    )
    assert found == close([[1.0]])


@pytest.mark.points(2)
@pytest.mark.hint(
    "The spread within a class counts by its rows: sums, not a mean of covariances (rule 4)."
)
def test_edge_large_and_small_class(candidate, scatter):
    """A large narrow class and a small wide one"""
    rng = np.random.default_rng(71)
    X = np.vstack([rng.normal(size=(40, 2)) * [1.0, 0.3], rng.normal(size=(5, 2)) * [0.4, 5.0] + 2])
    y = np.repeat([0, 1], [40, 5])
    solves(array(candidate.lda_directions(X, y, 1), (2, 1)), *scatter(X, y))


@pytest.mark.hint("A class may have one row: it has a mean and no spread.")
def test_edge_class_of_one_row(candidate, scatter):
    """A class of one row"""
    X = np.array([[0.0, 0.0], [1.0, 0.5], [0.5, 1.0], [2.0, 1.0], [5.0, 4.0]])
    y = np.array([1, 1, 1, 1, 2])
    solves(array(candidate.lda_directions(X, y, 1), (2, 1)), *scatter(X, y))


@pytest.mark.hint("Columns of very different units are not singular (rule 6).")
def test_edge_scales(candidate, scatter):
    """Columns of different scale"""
    rng = np.random.default_rng(72)
    X = rng.normal(size=(20, 2)) * [1.0, 1000.0]
    y = np.arange(20) % 2
    X[:, 0] += y
    W = array(candidate.lda_directions(X, y, 1), (2, 1))
    within, between = scatter(X / [1.0, 1000.0], y)
    solves(W * [[1.0], [1000.0]], within, between)


@pytest.mark.hint(
    "Take the mean off before anything is multiplied: products of large numbers lose the differences."
)
def test_edge_far_from_zero(candidate, draw, scatter):
    """Columns a million and more from 0 that differ by a few"""
    X, y = draw(73, (10, 12, 14), 3)
    X = np.round(X * 64) / 64
    far = X + np.array([1e6, -2e6, 3e6])
    solves(array(candidate.lda_directions(far, y, 2), (3, 2)), *scatter(X, y))


@pytest.mark.hint("Integers are numbers: take means off in floats.")
def test_edge_integers(candidate, scatter):
    """Integer rows of a small dtype"""
    X = np.array([[1, 200], [3, 210], [4, 190], [9, 60], [7, 65], [8, 40], [6, 70]], dtype=np.uint8)
    y = np.array([0, 0, 0, 1, 1, 1, 1])
    solves(array(candidate.lda_directions(X, y, 1), (2, 1)), *scatter(X, y))


@pytest.mark.hint(
    "k from 1 to C - 1, and not above p: anything else must raise ValueError (rule 5)."
)
@pytest.mark.parametrize(("p", "k"), [(3, 0), (3, -1), (3, 3), (1, 2)])
def test_edge_bad_k(candidate, draw, p, k):
    """k out of range is an error"""
    X, y = draw(81, (8, 8, 8), p)
    with pytest.raises(ValueError):
        candidate.lda_directions(X, y, k)


@pytest.mark.hint("One class has no direction at all (rule 5).")
def test_edge_one_class(candidate, draw):
    """One class is an error"""
    X, _ = draw(82, (8, 8), 2)
    with pytest.raises(ValueError):
        candidate.lda_directions(X, np.full(16, 4), 1)


@pytest.mark.points(2)
@pytest.mark.hint(
    "S_w can be singular without an exact 0: look at its eigenvalues (rule 6)."
)
@pytest.mark.parametrize("case", ["constant in each class", "dependent columns", "few rows"])
def test_edge_singular(candidate, draw, case):
    """A singular spread is an error"""
    X, y = draw(83, (6, 7), 3)
    if case == "constant in each class":
        X[:, 1] = 0.1 * y
    elif case == "dependent columns":
        X[:, 2] = 0.3 * X[:, 0] - 1.7 * X[:, 1]
    else:
        X, y = X[:4], np.array([0, 1, 0, 1])
    with pytest.raises(ValueError):
        candidate.lda_directions(X, y, 1)


@pytest.mark.hint(
    "The smallest eigenvalue of S_w may be 1e-10 of its largest, and not less (rule 6)."
)
def test_edge_nearly_singular(candidate):
    """A spread that is just singular, and one that is just not"""
    across = np.array([[1.0, 1.0], [1.0, -1.0], [-1.0, 1.0], [-1.0, -1.0]])
    y = np.repeat([0, 1], 4)
    for share, singular in ((7e-11, True), (2e-10, False)):
        X = np.vstack([across, across]) * [1.0, share**0.5]
        X[4:, 0] += 3.0
        if singular:
            with pytest.raises(ValueError):
                candidate.lda_directions(X, y, 1)
        else:
            w = array(candidate.lda_directions(X, y, 1), (2, 1))
            assert abs(w[0, 0] - 1.0) < 1e-6, "S_w is not singular here: the direction is (1, 0)"


@pytest.mark.hint("No rows, or X and y of different length, must raise ValueError (rule 5).")
def test_edge_bad_rows(candidate, draw):
    """No rows, or different lengths, are an error"""
    X, y = draw(84, (6, 6), 2)
    for rows, labels in ((np.zeros((0, 2)), y[:0]), (X, y[:-1]), (X[:-1], y)):
        with pytest.raises(ValueError):
            candidate.lda_directions(rows, labels, 1)


@pytest.mark.hint("p + C rows are enough; fewer are not (rule 6).")
def test_edge_just_enough_rows(candidate, scatter):
    """Exactly p + C rows"""
    assert candidate.lda_directions(np.array([[0.0], [1.0], [3.0]]), np.array([0, 0, 1]), 1) == close([[1.0]])
    X, y = np.array([[0.0, 1.0], [2.0, 0.0], [3.0, 5.0], [1.0, 4.0], [7.0, 3.0]]), np.array([0, 0, 1, 1, 2])
    solves(array(candidate.lda_directions(X, y, 2), (2, 2)), *scatter(X, y))


@pytest.mark.points(2)
@pytest.mark.hint("A class of one row has no spread within, and its mean has its part in S_b, with n_c = 1 (rule 4).")
def test_edge_one_row_among_classes(candidate, scatter):
    """A class of one row among three"""
    X = np.array([[0.0, 0.0], [2.0, 1.0], [1.0, 3.0], [5.0, 6.0], [9.0, 0.0], [8.0, 1.0]])
    y = np.array([0, 0, 0, 1, 2, 2])
    within, between = scatter(X, y)
    value = solves(array(candidate.lda_directions(X, y, 1), (2, 1)), within, between)
    assert value == pytest.approx(largest(within, between)[:1]), "not the largest λ"


@pytest.mark.points(2)
@pytest.mark.hint("Whether S_w is singular is a question of shares: a small number that is added decides in small units.")
def test_edge_small_units(candidate, draw):
    """All columns in units ten thousand times as large"""
    X, y = draw(86, (10, 12, 14), 3)
    near = array(candidate.lda_directions(X, y, 2), (3, 2))
    assert candidate.lda_directions(X / 2**14, y, 2) == close(near, atol=1e-6)


@pytest.mark.hint("Only rounding makes entries equally large: one that is a thousandth larger decides the sign (rule 3).")
def test_edge_nearly_equal_entries(candidate):
    """Two entries of nearly the same size"""
    square = np.array([[0.0, 0.0], [1000.0, 0.0], [0.0, 1000.0], [1000.0, 1000.0]])
    for turned in (False, True):
        X = np.vstack([square, square + [-1001.0, 1000.0]])
        found = array(candidate.lda_directions(X[:, ::-1] if turned else X, np.repeat([0, 1], 4), 1), (2, 1))
        large, small = found[::-1, 0] if turned else found[:, 0]
        assert abs(large) > abs(small), "the direction is not that of the largest λ"
        assert large > 0, "the entry of largest size is negative"


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 7).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    X, y = draw(85, (6, 8), 2)
    candidate.lda_directions(X, y, 1)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
