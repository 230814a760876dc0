"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import array, close, items


def read(answer, count, p):
    """Weights and intercepts of an answer."""
    found = items(answer, 2)
    return array(found[0], (count, p)), array(found[1], (count,))


# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("(ZᵀZ + λ·I)·w = Zᵀ(y - mean) with centred columns Z: λ as it is, not λ·n.")
@pytest.mark.parametrize("shape", [(20, 3), (12, 7)])
def test_random_weights(candidate, reference, draw, shape):
    """Weights for several penalties"""
    X, y = draw(shape[0], *shape)
    lams = [0.1, 1.0, 30.0]
    found = items(candidate.ridge_path(X, y, lams), 2)
    assert found[0] == close(reference.ridge_path(X, y, lams)[0], atol=1e-6)


@pytest.mark.points(2)
@pytest.mark.hint(
    "b = mean(y) - mean(X)·w, with the w of the same λ: the intercept has no penalty (rule 2)."
)
def test_random_intercepts(candidate, reference, draw):
    """Intercepts for several penalties"""
    X, y = draw(31, 15, 4)
    found = items(candidate.ridge_path(X, y + 50, [0.5, 5.0, 500.0]), 2)
    assert found[1] == close(reference.ridge_path(X, y + 50, [0.5, 5.0, 500.0])[1], atol=1e-6)


@pytest.mark.points(2)
@pytest.mark.hint("λ = 0 is least squares with an intercept.")
def test_random_least_squares(candidate, reference, draw):
    """No penalty, more rows than columns"""
    X, y = draw(32, 18, 4)
    found = items(candidate.ridge_path(X, y, [0.0]), 2)
    expected = reference.ridge_path(X, y, [0.0])
    assert found[0] == close(expected[0], atol=1e-6)
    assert found[1] == close(expected[1], atol=1e-6)


@pytest.mark.points(2)
@pytest.mark.hint(
    "With more columns than rows λ = 0 has many solutions: the shortest is due (rule 4)."
)
@pytest.mark.parametrize("n", [5, 6])
def test_random_shortest(candidate, reference, draw, n):
    """No penalty, more columns than rows"""
    X, y = draw(33, n, 6)
    found = items(candidate.ridge_path(X, y, [0.0, 1.0]), 2)
    assert found[0] == close(reference.ridge_path(X, y, [0.0, 1.0])[0], atol=1e-6)


# ---------------------------------------------------------------- relations that must hold

small = st.lists(st.tuples(*[st.integers(-4, 4)] * 3), min_size=1, max_size=6)


@pytest.mark.points(2)
@pytest.mark.hint("At the minimum Σ e = 0 and Σ x_j·e = λ·w_j, with e what is left of y.")
@settings(max_examples=20)
@given(rows=small, lam=st.sampled_from([0.0, 0.5, 4.0]))
def test_relation_minimum(candidate, rows, lam):
    """The conditions of the minimum on any small input"""
    X, y = np.array([r[:2] for r in rows], dtype=float), np.array([r[2] for r in rows], dtype=float)
    W, B = read(candidate.ridge_path(X, y, [lam]), 1, 2)
    e = y - X @ W[0] - B[0]
    assert abs(e.sum()) < 1e-6, "what is left of y does not add up to 0: is b penalised?"
    assert np.allclose(X.T @ e, lam * W[0], 0, 1e-5), "the weights are not at the minimum"
    # The shortest weights lie in the span of the centred rows.
    _, s, Vt = np.linalg.svd(X - X.mean(axis=0))
    null = Vt[np.append(s, [0.0] * (2 - len(s))) < 1e-9]
    assert np.allclose(null @ W[0], 0, 0, 1e-6), "shorter weights fit as well (rule 4)"


@pytest.mark.points(2)
@pytest.mark.hint("Moving y or a column moves the intercepts and no weight (rule 2).")
def test_relation_moved(candidate, draw):
    """Moving y and the columns changes no weight"""
    X, y = draw(41, 14, 3)
    W, B = read(candidate.ridge_path(X, y, [0.0, 2.0]), 2, 3)
    W2, B2 = read(candidate.ridge_path(X + [3.0, -7.0, 1.0], y + 11, [0.0, 2.0]), 2, 3)
    assert np.allclose(W, W2, 0, 1e-6), "the weights changed when the data was moved"
    assert np.allclose(B2, B + 11 - W @ [3.0, -7.0, 1.0], 0, 1e-5), "the intercepts did not follow"


@pytest.mark.points(2)
@pytest.mark.hint("Errors are a sum: every row twice with 2·λ changes nothing (rule 1).")
def test_relation_every_row_twice(candidate, draw):
    """Every row twice with twice the penalty changes nothing"""
    X, y = draw(42, 14, 3)
    W, _ = read(candidate.ridge_path(X, y, [1.5]), 1, 3)
    W2, _ = read(candidate.ridge_path(np.vstack([X, X]), np.append(y, y), [3.0]), 1, 3)
    assert np.allclose(W, W2, 0, 1e-6), "the penalty seems to be divided or multiplied by n"


@pytest.mark.hint("Each λ has its row, in the order of lams; repeated ones too.")
def test_relation_order_of_penalties(candidate, draw):
    """Penalties in any order, and repeated"""
    X, y = draw(43, 14, 3)
    W, B = read(candidate.ridge_path(X, y, [0.0, 0.2, 9.0]), 3, 3)
    W2, B2 = read(candidate.ridge_path(X, y, [9.0, 0.0, 0.2, 9.0]), 4, 3)
    assert np.allclose(W2, W[[2, 0, 1, 2]], 0, 1e-6), "the weights are not in the order of lams"
    assert np.allclose(B2, B[[2, 0, 1, 2]], 0, 1e-6), "the intercepts are not in the order of lams"


@pytest.mark.hint(
    "Columns are not standardised: x → 10·x has weights between w/10 and 10·w (rule 3)."
)
def test_relation_scale(candidate, reference, draw):
    """A column in other units is penalised otherwise"""
    X, y = draw(44, 14, 3)
    far = X * [10.0, 1.0, 0.1]
    found = items(candidate.ridge_path(far, y, [3.0]), 2)
    assert found[0] == close(reference.ridge_path(far, y, [3.0])[0], atol=1e-6)


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint(
    "Nothing to divide by: with a constant column and λ = 0 the matrix has no inverse (rule 5)."
)
@pytest.mark.parametrize("lam", [0.0, 1.0])
def test_edge_constant_column(candidate, lam):
    """A constant column among others"""
    X = np.array([[1.0, 4.0], [2.0, 4.0], [4.0, 4.0], [1.0, 4.0]])
    W, B = read(candidate.ridge_path(X, np.array([3.0, 5.0, 9.0, 3.0]), [lam]), 1, 2)
    assert abs(W[0, 1]) < 1e-8, "the weight of a constant column is 0"
    w = 12 / (6 + lam)
    assert abs(W[0, 0] - w) < 1e-6
    assert abs(B[0] - (5 - 2 * w)) < 1e-6, "b is mean(y) - mean(X)·w"


@pytest.mark.hint("All columns constant: w = 0 and b = mean(y) (rule 5).")
def test_edge_all_constant(candidate):
    """Constant columns only"""
    found = items(
        candidate.ridge_path(np.full((3, 2), 7.0), np.array([1.0, 2.0, 6.0]), [0.0, 2.0]), 2
    )
    assert found[0] == close([[0.0, 0.0], [0.0, 0.0]], atol=1e-6)
    assert found[1] == close([3.0, 3.0], atol=1e-6)


@pytest.mark.hint("One row: every column is constant, so b = y.")
def test_edge_one_row(candidate):
    """A single row"""
    found = items(candidate.ridge_path(np.array([[2.0, 1.0]]), np.array([4.0]), [0.0, 1.0]), 2)
    assert found[0] == close([[0.0, 0.0], [0.0, 0.0]], atol=1e-6)
    assert found[1] == close([4.0, 4.0], atol=1e-6)


@pytest.mark.points(2)
@pytest.mark.hint("A column that is the sum of two others: of all solutions the shortest (rule 4).")
def test_edge_dependent_columns(candidate, reference, draw):
    """A column that is the sum of others"""
    X, _ = draw(51, 10, 2)
    X = np.column_stack([np.round(X, 2), np.round(X, 2).sum(axis=1)])
    y = np.arange(10.0) ** 1.5
    found = items(candidate.ridge_path(X, y, [0.0]), 2)
    assert found[0] == close(reference.ridge_path(X, y, [0.0])[0], rtol=1e-5, atol=1e-5)


@pytest.mark.hint("A small λ is no 0: it decides where the columns are dependent.")
def test_edge_small_and_large(candidate):
    """Very small and very large penalties"""
    X, y = np.array([[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]]), np.array([2.0, 4.0, 6.0])
    W, B = read(candidate.ridge_path(X, y, [1e-4, 1e8]), 2, 2)
    assert np.allclose(W[0], 4 / (4 + 1e-4), 0, 1e-6), "a small penalty gives nearly (1, 1)"
    assert np.allclose(W[1], 0, 0, 1e-6), "a large penalty gives nearly 0"
    assert abs(B[1] - 4.0) < 1e-5, "with w near 0 the intercept is the mean of y"


@pytest.mark.hint("No penalties: no rows of weights and no intercepts (rule 6).")
def test_edge_no_penalties(candidate):
    """No penalties"""
    found = items(candidate.ridge_path(np.array([[1.0], [2.0]]), np.array([1.0, 2.0]), []), 2)
    assert len(found[0]) == 0
    assert len(found[1]) == 0


@pytest.mark.hint("Integers are numbers: centre in floats.")
def test_edge_integers(candidate, reference):
    """Integer columns, values and penalties"""
    X, y = np.array([[1, 2], [2, 0], [4, 1], [5, 7]]), np.array([1, 0, 5, 4])
    found = items(candidate.ridge_path(X, y, [1, 0]), 2)
    expected = reference.ridge_path(X, y, [1, 0])
    assert found[0] == close(expected[0], atol=1e-6)
    assert found[1] == close(expected[1], atol=1e-6)


@pytest.mark.hint("Each λ is checked, the first and the last (rule 7).")
@pytest.mark.parametrize("lams", [[-1e-9], [-3.0, 1.0], [0.0, 1.0, -2.0]])
def test_edge_negative_penalty(candidate, lams):
    """A penalty below 0 is an error"""
    with pytest.raises(ValueError):
        candidate.ridge_path(np.array([[1.0], [2.0]]), np.array([1.0, 2.0]), lams)


@pytest.mark.hint("No rows, or X and y of different length, must raise ValueError (rule 7).")
def test_edge_bad_rows(candidate):
    """No rows, or different lengths, are an error"""
    for X, y in ((np.zeros((0, 2)), []), (np.ones((3, 2)), [1.0]), (np.ones((2, 2)), [1.0] * 3)):
        with pytest.raises(ValueError):
            candidate.ridge_path(X, np.array(y), [1.0])
        with pytest.raises(ValueError):
            candidate.ridge_path(X, np.array(y), [])


@pytest.mark.points(2)
@pytest.mark.hint("Rows can be equal, so the rank of a wide X is not always n - 1: look at the singular values (rule 4).")
def test_edge_equal_rows_of_many_columns(candidate, reference):
    """Equal rows, more columns than rows"""
    X, y = np.array([[1.0, 2.0, 3.0], [1.0, 2.0, 3.0], [2.0, 5.0, 1.0]]), np.array([1.0, 2.0, 4.0])
    assert candidate.ridge_path(X, y, [0.0, 1.0]) == close(reference.ridge_path(X, y, [0.0, 1.0]))


@pytest.mark.hint("A small number in place of λ = 0 decides where columns are small.")
def test_edge_small_units_of_many_columns(candidate):
    """Small columns, as many as rows and more"""
    found = items(candidate.ridge_path(np.array([[0.01, 0.0, 0.0], [0.0, 0.02, 0.0]]), np.array([1.0, 2.0]), [0.0]), 2)
    assert found[0] == close([[-20.0, 40.0, 0.0]])
    assert found[1] == close([1.2])


@pytest.mark.hint("The mean of three 0.1 is not 0.1: less its mean a constant column is not 0, so ask whether it varies "
                  "(rule 5).")
def test_edge_constant_fractions(candidate):
    """Constant columns whose means are rounded"""
    y = np.array([1.0, 2.0, 4.0])
    for columns in ([0.1], [0.1, 0.7], [-1.1, 0.3, 0.1]):
        found = items(candidate.ridge_path(np.array([columns] * 3), y, [0.0, 2.0]), 2)
        assert found[0] == close(np.zeros((2, len(columns))))
        assert found[1] == close([7 / 3, 7 / 3])


@pytest.mark.hint("A direction is dropped below 1e-10 of the largest, and not before (rule 4).")
def test_edge_small_direction(candidate):
    """A column two thousand times smaller than the other"""
    X, y = np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, 5e-4], [0.0, -5e-4]]), np.array([1.0, -1.0, 1.0, -1.0])
    found = items(candidate.ridge_path(X, y, [0.0]), 2)
    assert found[0] == close([[1.0, 2000.0]])


@pytest.mark.hint("How much a penalty is depends on the unit of the columns: a millionth may be much.")
def test_edge_small_penalties(candidate):
    """Penalties of less than a millionth"""
    X, y = np.array([[0.001], [0.002], [0.004]]), np.array([1.0, 2.0, 4.5])
    found = items(candidate.ridge_path(X, y, [0.0, 4e-7, 1e-6]), 2)
    squares = 14e-6 / 3  # of the column less its mean
    products = 0.0055
    assert found[0] == close([[products / (squares + lam)] for lam in (0.0, 4e-7, 1e-6)])


@pytest.mark.points(2)
@pytest.mark.hint("Products of small integers wrap around in their own type: make floats of them first.")
def test_edge_bytes(candidate, reference):
    """Columns and values of bytes"""
    X, y = np.array([[100], [50], [20]], dtype=np.int8), np.array([3, 1, 7], dtype=np.int8)
    expected = reference.ridge_path(X.astype(float), y.astype(float), [0.0, 10.0])
    assert candidate.ridge_path(X, y, [0.0, 10.0]) == close(expected)


@pytest.mark.hint("X'X less n times the means cancels far from 0: take the means off the columns first (rule 5).")
def test_edge_far_from_zero(candidate):
    """A column a million from 0"""
    X, y = np.array([[1e6 + 1], [1e6 + 2], [1e6 + 4]]), np.array([1.0, 2.0, 4.5])
    found = items(candidate.ridge_path(X, y, [0.0, 1.0]), 2)
    assert found[0] == close([[5.5 / (14 / 3)], [5.5 / (17 / 3)]])


@pytest.mark.hint("Centre copies: the arguments must be as they were (rule 9).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    X, y = draw(52, 9, 3)
    candidate.ridge_path(X, y, [1.0, 0.0])
    assert candidate.arguments_unchanged, "the arguments were changed by the call"


@pytest.mark.points(2)
@pytest.mark.hint("Small singular values are those below 1e-10 of the largest: what is small depends on "
                  "the unit of X (rule 4). λ = 0 is 0: no little penalty in its place.")
@pytest.mark.parametrize("unit", [2.0**-24, 2.0**-40, 2.0**27])
def test_relation_unit(candidate, unit):
    """Columns in another unit, two of them equal"""
    X = np.array([[0.1, 0.1, 0.3], [0.7, 0.7, 0.2], [1.1, 1.1, 0.9], [0.3, 0.3, 0.5]])
    y = np.array([1.0, 2.0, 3.0, 5.0])
    W, B = read(candidate.ridge_path(X, y, [0.0]), 1, 3)
    V, C = read(candidate.ridge_path(X * unit, y, [0.0]), 1, 3)
    assert np.allclose(V * unit, W, 1e-6, 1e-6), "the weights do not go with the unit of X"
    assert np.allclose(C, B, 1e-6, 1e-6), "the intercept changed with the unit of X"
