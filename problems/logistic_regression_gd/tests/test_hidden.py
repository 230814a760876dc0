"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import array, close, items, number


def read(answer, p):
    """Weights, intercept and loss of an answer, as floats."""
    w, b, loss = items(answer, 3)
    return array(w, (p,)), number(b), number(loss)


def objective(X, y, w, b, l2):
    """The J of the prompt."""
    z = X @ w + b
    return np.mean(np.logaddexp(0.0, z) - y * z) + 0.5 * l2 * np.sum(w**2)


# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("One step by hand: mean of (σ(z) - y) times the columns, a step against it.")
@pytest.mark.parametrize("steps", [1, 6])
def test_random_weights(candidate, reference, draw, steps):
    """Weights after a few steps"""
    X, y = draw(steps, 40, 3)
    w, _, _ = items(candidate.logistic_regression_gd(X, y, 0.3, steps), 3)
    assert w == close(reference.logistic_regression_gd(X, y, 0.3, steps)[0])


@pytest.mark.points(2)
@pytest.mark.hint("The gradient of b is the mean error, taken before w has moved (rule 2).")
@pytest.mark.parametrize("steps", [1, 5])
def test_random_intercept(candidate, reference, draw, steps):
    """Intercept after a few steps"""
    X, y = draw(10 + steps, 40, 2)
    _, b, _ = items(candidate.logistic_regression_gd(X, y, 0.4, steps), 3)
    assert b == close(reference.logistic_regression_gd(X, y, 0.4, steps)[1])


@pytest.mark.points(2)
@pytest.mark.hint("The loss is the mean cross-entropy of the w and b that are returned (rule 5).")
def test_random_loss(candidate, reference, draw):
    """Loss after a few steps"""
    X, y = draw(20, 50, 3)
    _, _, loss = items(candidate.logistic_regression_gd(X, y, 0.3, 4), 3)
    assert loss == close(reference.logistic_regression_gd(X, y, 0.3, 4)[2])


@pytest.mark.points(2)
@pytest.mark.hint("Exactly n_iters steps with all rows each: no early stop (rule 2).")
def test_random_many_steps(candidate, reference, draw):
    """Many steps, nearly converged"""
    X, y = draw(30, 30, 2)
    found = items(candidate.logistic_regression_gd(X, y, 0.5, 800, l2=0.05), 3)
    expected = reference.logistic_regression_gd(X, y, 0.5, 800, l2=0.05)
    assert found[0] == close(expected[0])
    assert found[1] == close(expected[1])


@pytest.mark.points(2)
@pytest.mark.hint("The gradient has l2 · w more: not divided by n, not times 2 (rule 3).")
def test_random_penalised_weights(candidate, reference, draw):
    """Weights with a penalty"""
    X, y = draw(40, 25, 3)
    w, _, _ = items(candidate.logistic_regression_gd(X, y, 0.2, 12, l2=0.7), 3)
    assert w == close(reference.logistic_regression_gd(X, y, 0.2, 12, l2=0.7)[0])


@pytest.mark.points(2)
@pytest.mark.hint(
    "The loss contains l2/2 · Σ w²: with the half, without b, not divided by n (rule 3)."
)
def test_random_penalised_loss(candidate, draw):
    """Loss with a penalty"""
    X, y = draw(41, 25, 3)
    w, b, loss = read(candidate.logistic_regression_gd(X, y, 0.2, 12, l2=0.7), 3)
    assert abs(loss - objective(X, y, w, b, 0.7)) < 1e-6 * loss, (
        "the loss is not that of the returned w and b, penalty included"
    )


@pytest.mark.points(2)
@pytest.mark.hint("The intercept is not penalised (rule 3).")
def test_random_penalised_intercept(candidate, reference):
    """The intercept has no penalty"""
    X = np.array([[0.1], [-0.2], [0.3], [0.05], [-0.1]])
    y = np.array([1, 1, 1, 1, 0])
    _, b, _ = items(candidate.logistic_regression_gd(X, y, 1.0, 60, l2=2.0), 3)
    assert b == close(reference.logistic_regression_gd(X, y, 1.0, 60, l2=2.0)[1])


# ---------------------------------------------------------------- relations that must hold

quarters = st.integers(-12, 12).map(lambda v: v / 4)
rows = st.lists(st.tuples(quarters, quarters, st.integers(0, 1)), min_size=1, max_size=8)


@pytest.mark.points(2)
@pytest.mark.hint(
    "A step goes against the gradient of J as it is printed: take differences of J to see it."
)
@settings(max_examples=12)
@given(points=rows, steps=st.integers(0, 5), l2=st.sampled_from([0.0, 0.5]))
def test_relation_gradient(candidate, points, steps, l2):
    """A step is minus lr times the gradient of J, by differences"""
    X, y = np.array([r[:2] for r in points]), np.array([r[2] for r in points])
    w0, b0, _ = read(candidate.logistic_regression_gd(X, y, 0.25, steps, l2=l2), 2)
    w1, b1, _ = read(candidate.logistic_regression_gd(X, y, 0.25, steps + 1, l2=l2), 2)
    moved = np.append(w1 - w0, b1 - b0) / -0.25
    here, h = np.append(w0, b0), 1e-5
    for j, unit in enumerate(np.eye(3)):
        up, down = here + h * unit, here - h * unit
        slope = objective(X, y, up[:2], up[2], l2) - objective(X, y, down[:2], down[2], l2)
        assert abs(moved[j] - slope / (2 * h)) < 1e-6, "a step is not minus lr times the gradient"


@pytest.mark.points(2)
@pytest.mark.hint("The gradient and the loss are means over the rows, not sums.")
@settings(max_examples=12)
@given(points=rows, steps=st.integers(1, 5))
def test_relation_every_row_twice(candidate, points, steps):
    """Every row twice changes nothing"""
    X, y = np.array([r[:2] for r in points]), np.array([r[2] for r in points])
    w, b, loss = read(candidate.logistic_regression_gd(X, y, 0.25, steps, l2=0.5), 2)
    twice = candidate.logistic_regression_gd(
        np.vstack([X, X]), np.append(y, y), 0.25, steps, l2=0.5
    )
    found = items(twice, 3)
    assert found[0] == close(w)
    assert found[1] == close(b)
    assert found[2] == close(loss)


@pytest.mark.hint("All rows are used at once: their order means nothing.")
def test_relation_order_of_rows(candidate, draw):
    """The order of the rows changes nothing"""
    X, y = draw(50, 30, 2)
    w, b, _ = read(candidate.logistic_regression_gd(X, y, 0.4, 7), 2)
    found = items(candidate.logistic_regression_gd(X[::-1].copy(), y[::-1].copy(), 0.4, 7), 3)
    assert found[0] == close(w)
    assert found[1] == close(b)


@pytest.mark.hint("All weights change at once: the order of the columns means nothing.")
def test_relation_order_of_columns(candidate, draw):
    """Turning the columns round turns the weights round"""
    X, y = draw(51, 30, 3)
    w, _, _ = read(candidate.logistic_regression_gd(X, y, 0.4, 7), 3)
    found = items(candidate.logistic_regression_gd(X[:, ::-1].copy(), y, 0.4, 7), 3)
    assert found[0] == close(w[::-1])


@pytest.mark.hint(
    "Label 1 and label 0 are treated alike: 1 - y gives -w and -b, and the same loss."
)
def test_relation_labels_turned(candidate, draw):
    """Labels turned round turn the signs round"""
    X, y = draw(52, 30, 2)
    w, b, loss = read(candidate.logistic_regression_gd(X, y, 0.4, 9, l2=0.1), 2)
    found = items(candidate.logistic_regression_gd(X, 1 - y, 0.4, 9, l2=0.1), 3)
    assert found[0] == close(-w)
    assert found[1] == close(-b)
    assert found[2] == close(loss)


@pytest.mark.hint("With a small lr each step lowers the loss: check the sign of the step.")
def test_relation_loss_goes_down(candidate, draw):
    """The loss goes down with small steps"""
    X, y = draw(53, 30, 2)
    losses = [read(candidate.logistic_regression_gd(X, y, 0.1, t), 2)[2] for t in (0, 1, 2, 5, 20)]
    assert all(b < a for a, b in zip(losses, losses[1:])), "the loss did not go down"


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint(
    "A wrong row with z = ±1000 costs 1000: no clipping, no e^1000, no ln 0 (rule 6)."
)
@pytest.mark.parametrize("turned", [False, True])
def test_edge_wrong_and_confident(candidate, turned):
    """A loss of a thousand, on either side"""
    y = np.array([1, 0, 0, 0])
    X = np.array([[2.0], [2.0], [2.0], [2.0]])
    _, _, loss = items(candidate.logistic_regression_gd(X, 1 - y if turned else y, 800.0, 1), 3)
    assert loss == close(1000.0 / 4)


@pytest.mark.points(2)
@pytest.mark.hint(
    "1 - σ(z) is 0 in floats from z = 37 on: the loss must not be made from it (rule 6)."
)
def test_edge_moderate_loss(candidate):
    """Losses of some tens are not clipped"""
    X, y = np.array([[1.0], [1.0], [1.0], [-1.0]]), np.array([1, 1, 0, 0])
    w, b, loss = items(candidate.logistic_regression_gd(X, y, 160.0, 1), 3)
    assert w == close([40.0])
    assert b == close(0.0)
    assert loss == close(10.0)


@pytest.mark.hint(
    "The descent goes on from z = ±1000: the sigmoid is 0 or 1 there, not nan (rule 6)."
)
@pytest.mark.parametrize("y", [[1, 0, 0], [0, 1, 1]])
def test_edge_goes_on_from_far_away(candidate, reference, y):
    """Steps after a far too large one"""
    X, y = np.array([[1.0], [1.0], [1.0]]), np.array(y)
    found = items(candidate.logistic_regression_gd(X, y, 3000.0, 2), 3)
    expected = reference.logistic_regression_gd(X, y, 3000.0, 2)
    assert found[0] == close(expected[0])
    assert found[1] == close(expected[1])
    assert found[2] == close(expected[2])


@pytest.mark.hint("No step: w = 0, b = 0, and J = ln 2 whatever the labels and l2 are.")
def test_edge_no_step(candidate, draw):
    """No step, with a penalty"""
    X, y = draw(60, 9, 4)
    w, b, loss = items(candidate.logistic_regression_gd(X, y, 0.3, 0, l2=5.0), 3)
    assert w == close([0.0] * 4)
    assert b == close(0.0)
    assert loss == close(0.69314718056)


@pytest.mark.hint("Rows of one class only are valid (rule 7).")
@pytest.mark.parametrize("label", [0, 1])
def test_edge_one_class(candidate, reference, label):
    """One class only"""
    X, y = np.array([[1.0, 2.0], [0.5, -1.0]]), np.array([label, label])
    found = items(candidate.logistic_regression_gd(X, y, 0.5, 10), 3)
    expected = reference.logistic_regression_gd(X, y, 0.5, 10)
    assert found[0] == close(expected[0])
    assert found[1] == close(expected[1])
    assert found[2] == close(expected[2])


@pytest.mark.hint("A single row is enough, and a single column too.")
def test_edge_one_row(candidate):
    """A single row"""
    w, b, loss = items(
        candidate.logistic_regression_gd(np.array([[3.0]]), np.array([1]), 0.2, 1), 3
    )
    assert w == close([0.3])
    assert b == close(0.1)
    assert loss == close(0.31326168752)


@pytest.mark.hint("Integer columns are numbers: w must not become integers.")
def test_edge_integers(candidate, reference):
    """Integer columns, labels as floats"""
    X, y = np.array([[3, 1], [0, 2], [-2, 5], [1, 1]]), np.array([1.0, 0.0, 0.0, 1.0])
    found = items(candidate.logistic_regression_gd(X, y, 0.1, 8), 3)
    expected = reference.logistic_regression_gd(X, y, 0.1, 8)
    assert found[0] == close(expected[0])
    assert found[2] == close(expected[2])


@pytest.mark.hint("Columns are not scaled or centred (rule 4).")
def test_edge_columns_of_different_scale(candidate, reference):
    """Columns of very different scale"""
    X = np.array([[1.0, 300.0], [2.0, 100.0], [3.0, 250.0], [5.0, 120.0]])
    y = np.array([1, 0, 1, 0])
    found = items(candidate.logistic_regression_gd(X, y, 1e-5, 40), 3)
    expected = reference.logistic_regression_gd(X, y, 1e-5, 40)
    assert found[0] == close(expected[0])
    assert found[1] == close(expected[1])


@pytest.mark.hint("A constant column is a column like any other, with a weight of its own.")
def test_edge_constant_column(candidate, reference):
    """A constant column, and more columns than rows"""
    X, y = np.array([[1.0, 0.0, 2.0], [1.0, 1.0, -1.0]]), np.array([1, 0])
    found = items(candidate.logistic_regression_gd(X, y, 0.3, 25), 3)
    expected = reference.logistic_regression_gd(X, y, 0.3, 25)
    assert found[0] == close(expected[0])
    assert found[1] == close(expected[1])


@pytest.mark.hint("No rows must raise ValueError (rule 8).")
def test_edge_no_rows(candidate):
    """No rows are an error"""
    with pytest.raises(ValueError):
        candidate.logistic_regression_gd(np.zeros((0, 2)), np.zeros(0), 0.1, 3)


@pytest.mark.hint("X and y of different length must raise ValueError (rule 8).")
@pytest.mark.parametrize("labels", [[1], [1, 0, 1, 1]])
def test_edge_lengths(candidate, labels):
    """X and y of different length are an error"""
    X = np.array([[1.0], [2.0], [3.0]])
    with pytest.raises(ValueError):
        candidate.logistic_regression_gd(X, np.array(labels), 0.1, 3)


@pytest.mark.hint(
    "Labels are 0 and 1: not -1, not 2, not 0.5 (rule 8). An error also without steps."
)
@pytest.mark.parametrize("labels", [[0, 1, 2], [-1, 1, 1], [0.0, 0.5, 1.0], [2, 2, 2], [1e-9, 1.0, 1.0]])
def test_edge_bad_labels(candidate, labels):
    """Other labels are an error"""
    X = np.array([[1.0], [2.0], [3.0]])
    with pytest.raises(ValueError):
        candidate.logistic_regression_gd(X, np.array(labels), 0.1, 0)


@pytest.mark.points(2)
@pytest.mark.hint("The gradient is a mean over all rows: a mean over blocks counts the last, smaller one too much.")
def test_edge_more_than_a_block(candidate, reference):
    """A thousand rows, and one"""
    for n in (1000, 1024):
        X, y = np.array([[1.0]] * n + [[-3.0]]), np.ones(n + 1)
        expected = reference.logistic_regression_gd(X, y, 0.5, 2)
        for own, wanted in zip(items(candidate.logistic_regression_gd(X, y, 0.5, 2), 3), expected):
            assert own == close(wanted)


@pytest.mark.hint("A step is what the gradient says, however small or large it is (rule 2).")
@pytest.mark.parametrize(("x", "lr"), [(1e-10, 1.0), (1e4, 1e-6)])
def test_edge_size_of_a_step(candidate, x, lr):
    """Very small and very large gradients"""
    w, b, _ = items(candidate.logistic_regression_gd(np.array([[x], [-x]]), np.array([1, 0]), lr, 1), 3)
    assert w == close([lr * x / 2], atol=0)
    assert b == close(0.0)


@pytest.mark.points(2)
@pytest.mark.hint("Columns and labels may be of small integer types, which wrap around: make floats of them first.")
def test_edge_bytes(candidate, reference):
    """Columns and labels of bytes"""
    X, y = np.array([[100, 2], [30, 1], [3, 120], [7, 90]]), np.array([1, 0, 1, 0])
    expected = reference.logistic_regression_gd(X.astype(float), y.astype(float), 0.001, 3, 0.5)
    for kind in (np.uint8, np.int8):
        answer = candidate.logistic_regression_gd(X.astype(kind), y.astype(kind), 0.001, 3, 0.5)
        for own, wanted in zip(items(answer, 3), expected):
            assert own == close(wanted)


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 9).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    X, y = draw(61, 20, 2)
    candidate.logistic_regression_gd(X, y.astype(float), 0.2, 5, l2=0.1)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
