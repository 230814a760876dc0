"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import array, close

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Least squares with an intercept on the first floor(f·n) rows; RMSE on all of X_val.")
@pytest.mark.parametrize("p", [1, 3, 6])
def test_random(candidate, reference, draw, p):
    """Random data, several fractions"""
    data = draw(p, 60, p)
    fractions = [0.21, 0.36, 0.5, 0.83, 1.0]
    answer = candidate.learning_curve(*data, fractions)
    assert answer == close(reference.learning_curve(*data, fractions))


@pytest.mark.points(2)
@pytest.mark.hint("floor(f·n): 4.95 rows are 4, and 5.1 are 5 (rule 2).")
@pytest.mark.parametrize("n", [11, 30, 37])
def test_random_floor(candidate, reference, draw, n):
    """Fractions of a row"""
    data = draw(n, n, 2)
    fractions = [0.45, 0.31, 0.6213, 0.624, 0.628, 0.87, 0.96, 0.995]
    answer = candidate.learning_curve(*data, fractions)
    assert answer == close(reference.learning_curve(*data, fractions))


@pytest.mark.points(2)
@pytest.mark.hint("Compare with a fit of your own, fraction by fraction.")
@settings(max_examples=20)
@given(
    fractions=st.lists(st.sampled_from([0.26, 0.4, 0.55, 0.7, 0.99, 1.0]), max_size=4),
    seed=st.integers(0, 50),
)
def test_random_any_fractions(candidate, reference, draw, fractions, seed):
    """Any fractions in any order"""
    data = draw(seed, 23, 2, 5)
    answer = candidate.learning_curve(*data, fractions)
    assert answer == close(reference.learning_curve(*data, fractions))


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint("Rows after the first m do not matter to a fraction (rule 1).")
def test_relation_later_rows(candidate, draw):
    """Later rows change nothing for smaller fractions"""
    X, y, X_val, y_val = draw(21, 40, 3)
    first = array(candidate.learning_curve(X, y, X_val, y_val, [0.26, 0.51]), (2,))
    X2, y2 = X.copy(), y.copy()
    X2[21:], y2[21:] = X2[21:] * 5 - 1, 77.0
    assert candidate.learning_curve(X2, y2, X_val, y_val, [0.26, 0.51]) == close(first.tolist())


@pytest.mark.points(2)
@pytest.mark.hint("With an intercept, adding a constant to y and y_val changes no error, nor moving the columns.")
def test_relation_moved(candidate, draw):
    """Moving y and the columns changes nothing"""
    X, y, X_val, y_val = draw(22, 30, 2)
    first = array(candidate.learning_curve(X, y, X_val, y_val, [0.34, 1.0]), (2,)).tolist()
    shift = np.array([8.0, -4.0])
    moved = candidate.learning_curve(X + shift, y + 16, X_val + shift, y_val + 16, [0.34, 1.0])
    assert moved == close(first)


@pytest.mark.hint("Units: y and y_val four times as large have four times the error; columns in other units none.")
def test_relation_units(candidate, draw):
    """Other units of y and of the columns"""
    X, y, X_val, y_val = draw(23, 30, 2)
    first = array(candidate.learning_curve(X, y, X_val, y_val, [0.34, 1.0]), (2,))
    scale = np.array([8.0, 0.25])
    other = candidate.learning_curve(X * scale, 4 * y, X_val * scale, 4 * y_val, [0.34, 1.0])
    assert other == close((4 * first).tolist())


@pytest.mark.points(2)
@pytest.mark.hint("The validation rows are looked at, and never trained on: their order and number change no mean.")
def test_relation_validation_twice(candidate, draw):
    """Every validation row twice changes nothing"""
    X, y, X_val, y_val = draw(24, 25, 3)
    first = array(candidate.learning_curve(X, y, X_val, y_val, [0.5, 1.0]), (2,)).tolist()
    twice = candidate.learning_curve(
        X, y, np.vstack([X_val[::-1], X_val]), np.append(y_val[::-1], y_val), [0.5, 1.0]
    )
    assert twice == close(first)


@pytest.mark.hint("The order of the rows within the first m means nothing to that fraction.")
def test_relation_order_within(candidate, draw):
    """The order of the rows in use changes nothing"""
    X, y, X_val, y_val = draw(25, 32, 2)
    first = array(candidate.learning_curve(X, y, X_val, y_val, [0.5, 1.0]), (2,)).tolist()
    order = np.r_[np.arange(16)[::-1], np.arange(16, 32)[::-1]]
    assert candidate.learning_curve(X[order], y[order], X_val, y_val, [0.5, 1.0]) == close(first)


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("p + 1 rows are enough: the fit goes through them, and misses the validation rows (rule 4).")
def test_edge_just_enough(candidate):
    """Exactly p + 1 rows"""
    X = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [5.0, 3.0], [2.0, 7.0]])
    y = np.array([1.0, 3.0, 0.0, 4.0, 4.0])
    # The first three rows give 1 + 2·a - b.
    answer = candidate.learning_curve(X, y, np.array([[1.0, 1.0], [2.0, 0.0]]), np.array([5.0, 1.0]), [0.7])
    assert answer == close([((9 + 16) / 2) ** 0.5])


@pytest.mark.points(2)
@pytest.mark.hint("One row too few must raise ValueError, wherever its fraction stands (rule 4).")
@pytest.mark.parametrize("fractions", [[0.3], [1.0, 0.3], [0.3, 1.0], [1.0, 0.39, 0.8], [0.01]])
def test_edge_too_few_rows(candidate, draw, fractions):
    """Fewer than p + 1 rows are an error"""
    with pytest.raises(ValueError):
        candidate.learning_curve(*draw(31, 10, 3), fractions)


@pytest.mark.points(2)
@pytest.mark.hint("Each fraction has its number, in the order given, repeated ones too.")
def test_edge_order_of_fractions(candidate, draw):
    """Fractions falling, and repeated"""
    data = draw(32, 20, 2)
    a, b, c = array(candidate.learning_curve(*data, [0.26, 0.61, 1.0]), (3,)).tolist()
    assert candidate.learning_curve(*data, [1.0, 0.26, 0.61, 0.26]) == close([c, a, b, a])


@pytest.mark.hint("Two fractions may give the same number of rows.")
def test_edge_same_rows(candidate, draw):
    """Two fractions with the same rows"""
    a, b = array(candidate.learning_curve(*draw(33, 10, 2), [0.62, 0.68]), (2,)).tolist()
    assert a == pytest.approx(b), "6.2 and 6.8 rows are both 6 rows"


@pytest.mark.hint("No fractions: an empty list (rule 6).")
def test_edge_no_fractions(candidate, draw):
    """No fractions"""
    assert len(candidate.learning_curve(*draw(34, 10, 2), [])) == 0


@pytest.mark.points(2)
@pytest.mark.hint("A perfect law has no error, whatever the fraction; the intercept is part of it.")
def test_edge_perfect(candidate):
    """A law without noise"""
    X, X_val = np.arange(12.0).reshape(6, 2) ** 2, np.array([[1.0, -3.0]])
    found = candidate.learning_curve(X, X @ [2.0, -1.0] + 50, X_val, X_val @ [2.0, -1.0] + 50, [0.5, 1.0])
    for error in array(found, (2,)):
        assert 0 <= error < 1e-6, "without noise the error is 0"


@pytest.mark.points(2)
@pytest.mark.hint("Large values: 32-bit floats, and sums of their squares, lose the digits that matter.")
def test_edge_far_from_zero(candidate, draw):
    """Values and a column far from 0"""
    X, y, X_val, y_val = draw(35, 24, 2)
    first = array(candidate.learning_curve(X, y, X_val, y_val, [0.5, 1.0]), (2,)).tolist()
    shift, far = [64.0, 0.0], 2.0**20
    moved = candidate.learning_curve(X + shift, y + far, X_val + shift, y_val + far, [0.5, 1.0])
    assert moved == close(first)


@pytest.mark.hint("One validation row: the error is how far it is missed.")
def test_edge_one_validation_row(candidate):
    """A single validation row"""
    X, y = np.array([[0.0], [2.0], [5.0]]), np.array([1.0, 5.0, 0.0])
    assert candidate.learning_curve(X, y, np.array([[3.0]]), np.array([9.0]), [0.7]) == close([2.0])


@pytest.mark.hint("Integers are numbers: compute in floats.")
def test_edge_integers(candidate):
    """Integer data"""
    X, y = np.array([[0], [2], [4], [6]]), np.array([1, 5, 9, 13])
    answer = candidate.learning_curve(X, y, np.array([[1], [3]]), np.array([3, 8]), [1, 0.5])
    assert answer == close([0.5**0.5, 0.5**0.5])


@pytest.mark.hint("Different lengths must raise ValueError, of training and of validation data (rule 6).")
def test_edge_lengths(candidate, draw):
    """Different lengths are an error"""
    X, y, X_val, y_val = draw(36, 10, 2)
    for bad in (
        (X, y[:-1], X_val, y_val), (X[:-1], y, X_val, y_val), (X, y, X_val, y_val[:-1]),
        (X, y, X_val[:1], y_val), (X, y, X_val, y_val[:1]), (X, np.append(y, y), X_val, y_val),
    ):  # fmt: skip
        with pytest.raises(ValueError):
            candidate.learning_curve(*bad, [0.5, 1.0])


@pytest.mark.points(2)
@pytest.mark.hint("Products of integers wrap around in their own type: make floats of the numbers first.")
@pytest.mark.parametrize("kind", ["int8", "uint8", "int32", "int64"])
def test_edge_small_types(candidate, reference, kind):
    """Integers whose products do not fit their type"""
    X, scale = np.array([[0], [100], [120], [90], [40]]), {"int32": 10**6, "int64": 5 * 10**7}.get(kind, 1)
    data = X * scale, np.array([1, 2, 4, 3, 2]), np.array([[1], [60]]) * scale, np.array([5, 1])
    expected = reference.learning_curve(*(a.astype(float) for a in data), [0.7, 1.0])
    assert candidate.learning_curve(*(a.astype(kind) for a in data), [0.7, 1.0]) == close(expected)


@pytest.mark.hint("Work on copies: the arguments must be as they were (rule 7).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    candidate.learning_curve(*draw(37, 12, 2), [1.0, 0.5])
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
