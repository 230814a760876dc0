"""The conditions of the minimum, relations that must hold, and the edge cases of the prompt."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import array, items, number

NEAR = 1e-5


def read(answer, p):
    """Weights and intercept of an answer."""
    found = items(answer, 2)
    return array(found[0], (p,)), number(found[1])


def objective(X, y, alpha, rho, w, b):
    """The F of the prompt."""
    e = y - X @ w - b
    return e @ e / (2 * len(y)) + alpha * (rho * np.abs(w).sum() + (1 - rho) / 2 * (w @ w))


def optimal(answer, X, y, alpha, rho):
    """The weights and the intercept, if they fulfil the conditions of the minimum."""
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w, b = read(answer, X.shape[1])
    e = y - X @ w - b
    assert abs(e.mean()) < NEAR, "the mean of the residuals is not 0: b is not the best intercept"
    pull, l1 = X.T @ e / len(y) - alpha * (1 - rho) * w, alpha * rho
    for j in range(len(w)):
        if w[j] == 0:
            assert abs(pull[j]) <= l1 + NEAR, "a weight of 0 should not be 0"
        else:
            assert abs(pull[j] - l1 * np.sign(w[j])) < NEAR, "a weight is not at the minimum"
    return w, b


# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint(
    "Check each condition of the prompt on your own result; 1/(2n) is for the errors only."
)
@pytest.mark.parametrize(("alpha", "rho"), [(0.1, 0.5), (0.5, 0.8), (0.02, 0.3)])
def test_random_minimum(candidate, draw, alpha, rho):
    """The conditions of the minimum, both penalties"""
    X, y = draw(int(alpha * 100), 40, 6)
    optimal(candidate.elastic_net_cd(X, y, alpha, rho), X, y, alpha, rho)


@pytest.mark.points(2)
@pytest.mark.hint("l1_ratio = 1: soft thresholds by alpha, nothing added to the denominator.")
@pytest.mark.parametrize("alpha", [0.05, 0.6])
def test_random_lasso(candidate, draw, alpha):
    """The lasso"""
    X, y = draw(11, 35, 5)
    optimal(candidate.elastic_net_cd(X, y, alpha, 1.0), X, y, alpha, 1.0)


@pytest.mark.points(2)
@pytest.mark.hint(
    "l1_ratio = 0: no threshold; alpha (not alpha/n, not 2·alpha) is added to mean(x²)."
)
def test_random_ridge(candidate, draw):
    """Ridge"""
    X, y = draw(12, 35, 5)
    optimal(candidate.elastic_net_cd(X, y, 0.7, 0.0), X, y, 0.7, 0.0)


@pytest.mark.points(2)
@pytest.mark.hint("alpha = 0: least squares. Go on until the weights have settled.")
def test_random_least_squares(candidate, draw):
    """Least squares"""
    X, y = draw(13, 30, 4)
    optimal(candidate.elastic_net_cd(X, y, 0.0, 0.5), X, y, 0.0, 0.5)


@pytest.mark.points(2)
@pytest.mark.hint(
    "Weights held at 0 are exactly 0: the soft threshold gives 0, a gradient step does not."
)
def test_random_exact_zeros(candidate, reference, draw):
    """Weights that are exactly 0"""
    X, y = draw(14, 40, 9)
    expected, _ = reference.elastic_net_cd(X, y, 0.4, 0.9)
    w, b = read(candidate.elastic_net_cd(X, y, 0.4, 0.9), 9)
    e = y - X @ w - b
    held = (expected == 0) & (np.abs(X.T @ e / 40) < 0.36 - 1e-3)
    assert held.any()
    assert (w[held] == 0).all(), "a weight that the penalty holds at 0 is not exactly 0"
    assert (w[np.abs(expected) > 1e-3] != 0).all(), "a weight is 0 that should not be"


@pytest.mark.points(2)
@pytest.mark.hint(
    "F must be as small as it can be: a few rounds, or a coarse stop, are not enough."
)
def test_random_least_value(candidate, reference, draw):
    """The value of the objective"""
    X, y = draw(15, 50, 7)
    w, b = read(candidate.elastic_net_cd(X, y, 0.05, 0.6), 7)
    best = objective(X, y, 0.05, 0.6, *reference.elastic_net_cd(X, y, 0.05, 0.6))
    assert objective(X, y, 0.05, 0.6, w, b) <= best * (1 + 1e-7), "F is above its least value"


@pytest.mark.points(2)
@pytest.mark.hint("Nearly equal columns need many rounds: stop when nothing moves, not before.")
def test_random_correlated_columns(candidate):
    """Nearly equal columns"""
    rng = np.random.default_rng(16)
    X = rng.normal(size=(40, 1)) + 0.1 * rng.normal(size=(40, 3))
    y = X @ [3.0, -2.0, 0.5] + rng.normal(size=40)
    optimal(candidate.elastic_net_cd(X, y, 0.001, 0.5), X, y, 0.001, 0.5)


# ---------------------------------------------------------------- relations that must hold

small = st.lists(st.tuples(*[st.integers(-4, 4)] * 3), min_size=1, max_size=7)


@pytest.mark.points(2)
@pytest.mark.hint("Check the conditions of the prompt on a few rows of your own.")
@settings(max_examples=20)
@given(rows=small, alpha=st.sampled_from([0.25, 1.0, 3.0]), rho=st.sampled_from([0.0, 0.5, 0.9]))
def test_relation_small_inputs(candidate, rows, alpha, rho):
    """Any small input"""
    X, y = np.array([r[:2] for r in rows], dtype=float), np.array([r[2] for r in rows], dtype=float)
    optimal(candidate.elastic_net_cd(X, y, alpha, rho), X, y, alpha, rho)


@pytest.mark.hint("Errors are a mean over the rows: every row twice changes nothing.")
def test_relation_every_row_twice(candidate, draw):
    """Every row twice changes nothing"""
    X, y = draw(21, 25, 4)
    w, b = read(candidate.elastic_net_cd(X, y, 0.3, 0.5), 4)
    w2, b2 = read(candidate.elastic_net_cd(np.vstack([X, X]), np.append(y, y), 0.3, 0.5), 4)
    assert np.allclose(w, w2, 0, 1e-5), "the weights changed: is the penalty divided by n?"
    assert abs(b - b2) < 1e-4


@pytest.mark.points(2)
@pytest.mark.hint("The intercept is free: y + 100 moves b by 100, and no weight (rule 2).")
def test_relation_y_moved(candidate, draw):
    """Moving y moves the intercept alone"""
    X, y = draw(22, 25, 3)
    w, b = read(candidate.elastic_net_cd(X, y, 0.5, 0.5), 3)
    w2, b2 = read(candidate.elastic_net_cd(X, y + 100, 0.5, 0.5), 3)
    assert np.allclose(w, w2, 0, 1e-5), "the weights changed when y was moved"
    assert abs(b2 - b - 100) < 1e-4, "b did not move with y"


@pytest.mark.points(2)
@pytest.mark.hint(
    "Moving a column changes no weight: b makes up for it. Centre a copy, or fit b in each round."
)
def test_relation_columns_moved(candidate, draw):
    """Moving the columns moves the intercept alone"""
    X, y = draw(23, 25, 3)
    w, b = read(candidate.elastic_net_cd(X, y, 0.2, 0.5), 3)
    w2, b2 = read(candidate.elastic_net_cd(X + [5.0, -8.0, 20.0], y, 0.2, 0.5), 3)
    assert np.allclose(w, w2, 0, 1e-5), "the weights changed when columns were moved"
    assert abs(b2 - (b - w @ [5.0, -8.0, 20.0])) < 1e-3, "b does not make up for moved columns"


@pytest.mark.hint("The lasso of 5·y with 5·alpha has weights 5 times as large.")
def test_relation_lasso_stretched(candidate, draw):
    """Five times y and alpha: five times the weights"""
    X, y = draw(24, 25, 4)
    w, _ = read(candidate.elastic_net_cd(X, y, 0.2, 1.0), 4)
    w5, _ = read(candidate.elastic_net_cd(X, 5 * y, 1.0, 1.0), 4)
    assert np.allclose(5 * w, w5, 0, 1e-4), "five times y and alpha gave other weights"


@pytest.mark.hint("The order of the columns means nothing.")
def test_relation_order_of_columns(candidate, draw):
    """Turning the columns round turns the weights round"""
    X, y = draw(25, 25, 4)
    w, _ = read(candidate.elastic_net_cd(X, y, 0.2, 0.7), 4)
    w2, _ = read(candidate.elastic_net_cd(X[:, ::-1].copy(), y, 0.2, 0.7), 4)
    assert np.allclose(w[::-1], w2, 0, 1e-5), "the weights depend on the order of the columns"


@pytest.mark.hint("A larger alpha never makes Σ |w| of the lasso larger.")
def test_relation_path(candidate, draw):
    """Weights shrink along alpha"""
    X, y = draw(26, 30, 4)
    sums = [
        np.abs(read(candidate.elastic_net_cd(X, y, a, 1.0), 4)[0]).sum() for a in (0.0, 0.1, 0.5, 2)
    ]
    assert all(b < a + 1e-6 for a, b in zip(sums, sums[1:])), "weights grew with alpha"


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint(
    "Columns are not standardised: a column in other units has another penalty (rule 3)."
)
def test_edge_scales(candidate):
    """Columns of different scale"""
    X = np.array([[0.1, 30.0], [-0.2, 10.0], [0.3, -20.0], [0.0, 5.0], [-0.1, 12.0]])
    y = np.array([1.0, -0.5, 2.0, 0.3, -0.7])
    w, b = read(candidate.elastic_net_cd(X, y, 0.02, 0.5), 2)
    e = y - X @ w - b
    pull = X.T @ e / 5 - 0.01 * w
    assert abs(pull[0] - 0.01 * np.sign(w[0])) < NEAR, "the first weight is not at the minimum"
    assert abs(pull[1] - 0.01 * np.sign(w[1])) < 20 * NEAR, (
        "the second weight is not at the minimum"
    )


@pytest.mark.hint("Thresholds work on both sides: negative weights shrink towards 0 as well.")
def test_edge_negative_weights(candidate):
    """A negative weight"""
    X, y = np.array([[-1.0], [0.0], [1.0]]), np.array([6.0, 2.0, 1.0])
    w, b = read(candidate.elastic_net_cd(X, y, 1.0, 1.0), 1)
    assert abs(w[0] + 1.0) < NEAR, "the weight is -(5/3 - 1)/(2/3) = -1"
    assert abs(b - 3.0) < NEAR
    assert read(candidate.elastic_net_cd(X, y, 1.7, 1.0), 1)[0][0] == 0, "exactly 0 is expected"


@pytest.mark.points(2)
@pytest.mark.hint("A penalty that holds everything: all weights exactly 0, and b is the mean of y.")
def test_edge_all_zero(candidate, draw):
    """A penalty too large for any weight"""
    X, y = draw(31, 20, 4)
    w, b = read(candidate.elastic_net_cd(X, y, 1000.0, 0.5), 4)
    assert (w == 0).all(), "every weight is exactly 0 here"
    assert abs(b - y.mean()) < NEAR, "b is the mean of y when all weights are 0"


@pytest.mark.points(2)
@pytest.mark.hint(
    "A constant column: its weight is exactly 0, and nothing is divided by 0 (rule 5)."
)
@pytest.mark.parametrize(("alpha", "rho"), [(0.0, 1.0), (0.3, 0.0), (0.1, 1.0)])
def test_edge_constant_column(candidate, alpha, rho):
    """A constant column"""
    X = np.array([[1.0, 4.0, 0.5], [1.5, 4.0, -1.0], [3.0, 4.0, 0.0], [0.0, 4.0, 2.0]])
    y = np.array([1.0, 2.0, 2.5, -1.0])
    w, _ = optimal(candidate.elastic_net_cd(X, y, alpha, rho), X, y, alpha, rho)
    assert w[1] == 0, "the weight of a constant column is not exactly 0"


@pytest.mark.hint(
    "The mean of a column of 0.1 need not be 0.1: less its mean it is not 0, so ask whether it varies (rule 5)."
)
def test_edge_constant_fractions(candidate):
    """A constant column whose mean is rounded"""
    X = np.array([[1.0, 0.1], [1.5, 0.1], [3.0, 0.1], [0.0, 0.1], [2.0, 0.1], [-1.0, 0.1]])
    X = np.column_stack([X, np.full(6, 0.7), np.full(6, -1.1)])
    y = np.array([1.1, 2.0, 2.5, -1.3, 0.4, 0.7])
    w, _ = optimal(candidate.elastic_net_cd(X, y, 0.0, 1.0), X, y, 0.0, 1.0)
    assert (w[1:] == 0).all(), "the weight of a constant column is not exactly 0"
    X, y = np.array([[0.0, 0.1], [1.0, 0.1], [2.0, 0.1]]), np.array([0.0, 2.84, 4.91])
    for alpha, rho in ((0.0, 1.0), (0.1, 0.0)):
        w, _ = optimal(candidate.elastic_net_cd(X, y, alpha, rho), X, y, alpha, rho)
        assert w[1] == 0, "the weight of a constant column is not exactly 0"


@pytest.mark.hint("A column of zeros is a constant column.")
def test_edge_zero_column(candidate):
    """A column of zeros"""
    X = np.array([[0.0, 1.0], [0.0, 2.0], [0.0, 4.0]])
    y = np.array([1.0, 2.0, 3.0])
    w, _ = optimal(candidate.elastic_net_cd(X, y, 0.0, 0.0), X, y, 0.0, 0.0)
    assert w[0] == 0, "the weight of a constant column is not exactly 0"


@pytest.mark.hint("One row: every column is constant, and b is y.")
def test_edge_one_row(candidate):
    """A single row"""
    w, b = read(candidate.elastic_net_cd(np.array([[3.0, 1.0]]), np.array([7.0]), 0.1, 0.5), 2)
    assert (w == 0).all(), "with one row all columns are constant"
    assert abs(b - 7.0) < NEAR


@pytest.mark.hint("More columns than rows are fine with a penalty.")
def test_edge_more_columns_than_rows(candidate, draw):
    """More columns than rows"""
    X, y = draw(32, 6, 12)
    optimal(candidate.elastic_net_cd(X, y, 0.3, 0.5), X, y, 0.3, 0.5)


@pytest.mark.hint("Integers are numbers: centre and fit in floats.")
def test_edge_integers(candidate):
    """Integer columns and values"""
    X, y = np.array([[1, 2], [2, 0], [4, 1], [5, 7]]), np.array([1, 0, 5, 3])
    optimal(candidate.elastic_net_cd(X, y, 0.3, 0.5), X, y, 0.3, 0.5)


@pytest.mark.hint("alpha below 0 must raise ValueError (rule 7).")
def test_edge_negative_alpha(candidate, draw):
    """alpha below 0 is an error"""
    X, y = draw(33, 6, 2)
    with pytest.raises(ValueError):
        candidate.elastic_net_cd(X, y, -1e-9, 0.5)


@pytest.mark.hint("l1_ratio below 0 or above 1 must raise ValueError (rule 7).")
@pytest.mark.parametrize("rho", [-0.01, 1.01])
def test_edge_bad_ratio(candidate, draw, rho):
    """l1_ratio outside 0 to 1 is an error"""
    X, y = draw(34, 6, 2)
    with pytest.raises(ValueError):
        candidate.elastic_net_cd(X, y, 0.1, rho)


@pytest.mark.hint("No rows, or X and y of different length, must raise ValueError (rule 7).")
def test_edge_bad_rows(candidate):
    """No rows, or different lengths, are an error"""
    for X, y in ((np.zeros((0, 2)), []), (np.ones((3, 2)), [1.0]), (np.ones((2, 2)), [1.0] * 3)):
        with pytest.raises(ValueError):
            candidate.elastic_net_cd(X, np.array(y), 0.1, 0.5)


@pytest.mark.hint("A small weight is not 0: only the soft threshold makes it 0, no rounding at the end.")
def test_edge_small_weight(candidate):
    """A weight of a few ten-thousandths"""
    X, y = np.array([[-1.0], [0.0], [1.0]]), np.array([1.0, 2.0, 6.0])
    w, _ = optimal(candidate.elastic_net_cd(X, y, 1.6664, 1.0), X, y, 1.6664, 1.0)
    assert w[0] > 0, "a small weight was made 0"


@pytest.mark.hint("Centre copies: the arguments must be as they were (rule 9).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    X, y = draw(35, 12, 3)
    candidate.elastic_net_cd(X, y, 0.1, 0.5)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
