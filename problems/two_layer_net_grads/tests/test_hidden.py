"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import numpy as np
import pytest

from grader.testing import array, close, items, number


def loss_of(X, y, W1, b1, W2, b2):
    """The loss of the prompt."""
    z = np.maximum(X @ W1 + b1, 0.0) @ W2 + b2
    return np.mean(np.logaddexp(0.0, z) - y * z)


def read(answer, p, h):
    """Loss and gradients of an answer, of the right shapes."""
    loss, gW1, gb1, gW2, gb2 = items(answer, 5)
    gW1, gb1, gW2 = array(gW1, (p, h)), array(gb1, (h,)), array(gW2, (h,))
    return number(loss), gW1, gb1, gW2, number(gb2)


# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("The mean cross-entropy over the rows, after the rectified units.")
def test_random_loss(candidate, reference, draw):
    """The loss"""
    given = draw(1, 12, 3, 4)
    found = items(candidate.two_layer_net_grads(*given), 5)
    assert found[0] == close(reference.two_layer_net_grads(*given)[0])


@pytest.mark.points(2)
@pytest.mark.hint("gW2 is the mean of (q - y) times the rectified units, gb2 the mean of (q - y).")
@pytest.mark.parametrize("seed", [2, 3])
def test_random_outer_gradients(candidate, reference, draw, seed):
    """Gradients of the outer layer"""
    given = draw(seed, 15, 3, 4)
    found = items(candidate.two_layer_net_grads(*given), 5)
    expected = reference.two_layer_net_grads(*given)
    assert found[3] == close(expected[3])
    assert found[4] == close(expected[4])


@pytest.mark.points(2)
@pytest.mark.hint(
    "Back through W2, then 0 where the unit was off, then times x: gW1 has the shape of W1."
)
@pytest.mark.parametrize("seed", [4, 5])
def test_random_inner_weights(candidate, reference, draw, seed):
    """Gradients of the inner weights"""
    given = draw(seed, 15, 2, 5)
    found = items(candidate.two_layer_net_grads(*given), 5)
    assert found[1] == close(reference.two_layer_net_grads(*given)[1])


@pytest.mark.points(2)
@pytest.mark.hint(
    "gb1 is the mean over the rows of what comes back to the units, 0 where they were off."
)
def test_random_inner_offsets(candidate, reference, draw):
    """Gradients of the inner offsets"""
    given = draw(6, 15, 3, 4)
    found = items(candidate.two_layer_net_grads(*given), 5)
    assert found[2] == close(reference.two_layer_net_grads(*given)[2])


@pytest.mark.hint(
    "As many units as inputs: W1 and its transpose have one shape, but not one meaning."
)
def test_random_square(candidate, reference, draw):
    """As many units as inputs and rows"""
    given = draw(7, 3, 3, 3)
    found = items(candidate.two_layer_net_grads(*given), 5)
    assert found[1] == close(reference.two_layer_net_grads(*given)[1])


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint(
    "Move one parameter a little, and see how the loss changes: that is its gradient."
)
@pytest.mark.parametrize("which", [0, 1, 2, 3])
def test_relation_differences(candidate, draw, which):
    """Each gradient is the slope of the loss, by differences"""
    X, y, *given = draw(11, 8, 2, 3)
    grads = read(candidate.two_layer_net_grads(X, y, *given), 2, 3)[1:]
    start = np.atleast_1d(np.array(given[which], dtype=float))
    grad = np.atleast_1d(grads[which])
    for at in np.ndindex(start.shape):
        sides = []
        for step in (1e-5, -1e-5):
            moved = start.copy()
            moved[at] += step
            rest = list(given)
            rest[which] = moved if which < 3 else float(moved[0])
            sides.append(loss_of(X, y, *rest))
        slope = (sides[0] - sides[1]) / 2e-5
        assert abs(grad[at] - slope) < 1e-5 * (1 + abs(slope)), "a gradient is not the loss's slope"


@pytest.mark.points(2)
@pytest.mark.hint("Loss and gradients are means over the rows, not sums (rule 1).")
def test_relation_every_row_twice(candidate, draw):
    """Every row twice changes nothing"""
    X, y, *given = draw(12, 7, 3, 4)
    once = read(candidate.two_layer_net_grads(X, y, *given), 3, 4)
    twice = items(candidate.two_layer_net_grads(np.vstack([X, X]), np.append(y, y), *given), 5)
    for found, before in zip(twice, once):
        assert found == close(before)


@pytest.mark.hint("The order of the rows means nothing.")
def test_relation_order_of_rows(candidate, draw):
    """The order of the rows changes nothing"""
    X, y, *given = draw(13, 9, 3, 4)
    once = read(candidate.two_layer_net_grads(X, y, *given), 3, 4)
    back = items(candidate.two_layer_net_grads(X[::-1].copy(), y[::-1].copy(), *given), 5)
    for found, before in zip(back, once):
        assert found == close(before)


@pytest.mark.hint("The units are alike: in another order their gradients are in that order.")
def test_relation_order_of_units(candidate, draw):
    """Turning the units round turns their gradients round"""
    X, y, W1, b1, W2, b2 = draw(14, 9, 3, 4)
    _, gW1, gb1, gW2, _ = read(candidate.two_layer_net_grads(X, y, W1, b1, W2, b2), 3, 4)
    back = candidate.two_layer_net_grads(
        X, y, W1[:, ::-1].copy(), b1[::-1].copy(), W2[::-1].copy(), b2
    )
    found = items(back, 5)
    assert found[1] == close(gW1[:, ::-1])
    assert found[2] == close(gb1[::-1])
    assert found[3] == close(gW2[::-1])


@pytest.mark.hint("Label 1 and label 0 are treated alike: -W2, -b2 and 1 - y give the same loss.")
def test_relation_labels_turned(candidate, draw):
    """Labels turned round with the outer layer"""
    X, y, W1, b1, W2, b2 = draw(15, 9, 3, 4)
    loss, gW1, _, gW2, gb2 = read(candidate.two_layer_net_grads(X, y, W1, b1, W2, b2), 3, 4)
    found = items(candidate.two_layer_net_grads(X, 1 - y, W1, b1, -W2, -b2), 5)
    assert found[0] == close(loss)
    assert found[1] == close(gW1)
    assert found[3] == close(-gW2)
    assert found[4] == close(-gb2)


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("A unit exactly at 0 has the derivative 0, not 1 and not 1/2 (rule 2).")
def test_edge_all_at_the_kink(candidate):
    """All units at 0"""
    X, y = np.array([[1.0, -1.0], [2.0, -2.0]]), np.array([1, 0])
    W1 = np.array([[1.0, 3.0], [1.0, 3.0]])
    found = items(
        candidate.two_layer_net_grads(X, y, W1, np.zeros(2), np.array([2.0, -1.0]), 0.5), 5
    )
    assert found[1] == close(np.zeros((2, 2)))
    assert found[2] == close([0.0, 0.0])
    assert found[4] == close(0.1224593312)


@pytest.mark.points(2)
@pytest.mark.hint(
    "A wrong row with z = ±1000 costs 1000: no clipping, no e^1000, no ln 0 (rule 3)."
)
@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_edge_wrong_and_confident(candidate, sign):
    """A loss of a thousand, on either side"""
    X, y = np.array([[500.0], [500.0]]), np.array([0, 1])
    found = items(
        candidate.two_layer_net_grads(
            X, y, np.array([[1.0]]), np.zeros(1), np.array([2.0 * sign]), 0.0
        ),
        5,
    )
    assert found[0] == close(500.0)
    assert found[1] == close([[500.0]])
    assert found[3] == close([sign * 250.0])
    assert found[4] == close(sign * 0.5)


@pytest.mark.points(2)
@pytest.mark.hint(
    "1 - q is 0 in floats from z = 37 on: the loss must not be made from it (rule 3)."
)
def test_edge_moderate_loss(candidate):
    """Losses of some tens are not clipped"""
    X, y = np.array([[40.0], [-3.0]]), np.array([0, 1])
    found = items(
        candidate.two_layer_net_grads(X, y, np.array([[1.0]]), np.zeros(1), np.array([1.0]), 0.0), 5
    )
    assert found[0] == close(20.34657359028)
    assert found[4] == close(0.25)


@pytest.mark.hint("All units off: only b2 has a gradient.")
def test_edge_all_off(candidate):
    """All units off"""
    X, y = np.array([[-1.0], [-2.0]]), np.array([1, 1])
    found = items(
        candidate.two_layer_net_grads(
            X, y, np.array([[1.0, 2.0]]), np.array([0.5, -0.1]), np.array([1.0, 1.0]), 0.0
        ),
        5,
    )
    assert found[0] == close(0.69314718056)
    assert found[1] == close([[0.0, 0.0]])
    assert found[3] == close([0.0, 0.0])
    assert found[4] == close(-0.5)


@pytest.mark.hint(
    "Signs of W2 matter: what comes back to a unit is (q - y) times its W2, 0 included."
)
def test_edge_zero_outer_weight(candidate, reference):
    """Outer weights that are negative and 0"""
    X, y = np.array([[1.0, 2.0], [0.5, 1.0]]), np.array([1, 0])
    given = (X, y, np.ones((2, 3)), np.zeros(3), np.array([-1.0, 0.0, 2.0]), 0.1)
    found = items(candidate.two_layer_net_grads(*given), 5)
    expected = reference.two_layer_net_grads(*given)
    assert found[1] == close(expected[1])
    assert found[2] == close(expected[2])


@pytest.mark.hint("One row, one input and one unit are enough.")
def test_edge_one_of_each(candidate):
    """One row, one input, one unit"""
    found = candidate.two_layer_net_grads(
        np.array([[2.0]]), np.array([1]), np.array([[3.0]]), np.array([1.0]), np.array([0.0]), 0.0
    )
    for own, wanted in zip(items(found, 5), (0.69314718056, [[0.0]], [0.0], [-3.5], -0.5)):
        assert own == close(wanted)


@pytest.mark.hint("Integers are numbers: gradients must not become integers.")
def test_edge_integers(candidate, reference):
    """Integer rows and parameters, labels as floats"""
    given = (
        np.array([[1, 2], [3, -1], [0, 1]]), np.array([1.0, 0.0, 0.0]),
        np.array([[1, -1], [2, 1]]), np.array([1, 0]), np.array([1, -2]), 1,
    )  # fmt: skip
    expected = reference.two_layer_net_grads(*given)
    for own, wanted in zip(items(candidate.two_layer_net_grads(*given), 5), expected):
        assert own == close(wanted)


@pytest.mark.hint("No rows, or X and y of different length, must raise ValueError (rule 5).")
@pytest.mark.parametrize("n", [0, 1, 3])
def test_edge_bad_rows(candidate, n):
    """No rows, or different lengths, are an error"""
    X = np.zeros((0, 1)) if n == 0 else np.ones((2, 1))
    with pytest.raises(ValueError):
        candidate.two_layer_net_grads(
            X, np.ones(n, dtype=int), np.ones((1, 2)), np.zeros(2), np.ones(2), 0.0
        )


@pytest.mark.hint("Labels are 0 and 1: not -1, not 2, not 0.5 (rule 5).")
@pytest.mark.parametrize("labels", [[-1, 1], [0, 2], [0.5, 1.0], [1e-9, 1.0], [1.0, np.nan]])
def test_edge_bad_labels(candidate, labels):
    """Other labels are an error"""
    with pytest.raises(ValueError):
        candidate.two_layer_net_grads(
            np.ones((2, 1)), np.array(labels), np.ones((1, 2)), np.zeros(2), np.ones(2), 0.0
        )


@pytest.mark.points(2)
@pytest.mark.hint("Loss and gradients are means over the rows: a mean over blocks counts the last, smaller one too much.")
def test_random_many_rows(candidate, reference):
    """Four thousand rows"""
    rng = np.random.default_rng(61)
    X, y = rng.normal(size=(4200, 2)), np.r_[np.zeros(4000), np.ones(200)]
    given = X, y, rng.normal(size=(2, 3)), rng.normal(size=3), rng.normal(size=3), 0.25
    expected = reference.two_layer_net_grads(*given)
    for own, wanted in zip(items(candidate.two_layer_net_grads(*given), 5), expected):
        assert own == close(wanted)


@pytest.mark.points(2)
@pytest.mark.hint("Rows may be whole numbers and weights not, or the other way round: work in floats.")
def test_edge_mixed_types(candidate, reference):
    """Integer rows with weights of floats, and the other way round"""
    whole = np.array([[1, 2], [3, -1], [0, 1]]), np.array([[1, -1], [2, 1]]), np.array([1, 0]), np.array([1, -2])
    for odd in range(4):
        for odd_is_whole in (True, False):
            X, W1, b1, W2 = (a if (i == odd) == odd_is_whole else a * 0.37 for i, a in enumerate(whole))
            given = X, np.array([1, 0, 0]), W1, b1, W2, 0.5
            expected = reference.two_layer_net_grads(*given)
            for own, wanted in zip(items(candidate.two_layer_net_grads(*given), 5), expected):
                assert own == close(wanted)


@pytest.mark.hint("No step is made, and nothing is rectified in place (rules 4 and 6).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    X, y, W1, b1, W2, b2 = draw(21, 9, 3, 4)
    candidate.two_layer_net_grads(X, y.astype(float), W1, b1, W2, b2)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
