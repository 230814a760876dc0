"""What holds for every order of the rows, all orders of few rows, and the edge cases of the prompt."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import array, close

FOUR_X = np.array([[1.0, 0.5], [0.0, 2.0], [-1.0, 1.0], [2.0, -1.5]])
FOUR_Y = np.array([1.0, -2.0, 3.0, 0.5])
THREE_X, THREE_Y = FOUR_X[:3], FOUR_Y[:3]


def one_of(answer, ways):
    """The orders of the epochs that give this answer."""
    w = array(answer, (2,))
    for known, plans in ways.items():
        if np.allclose(w, known, 0, 1e-7):
            return plans
    raise AssertionError("no order of the rows gives these weights")


# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("One batch of all rows is plain gradient descent: a mean, at the w of each step.")
@pytest.mark.parametrize("epochs", [1, 2, 9])
def test_random_full_batch(candidate, reference, draw, epochs):
    """One batch of all rows"""
    X, y = draw(epochs, 30, 3)
    expected = reference.minibatch_sgd(X, y, 0.2, epochs, 30, 0)
    assert candidate.minibatch_sgd(X, y, 0.2, epochs, 30, 5) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("With equal rows the order makes no difference: count the steps of an epoch.")
@pytest.mark.parametrize("batch", [1, 3, 5])
def test_random_number_of_steps(candidate, reference, batch):
    """Equal rows: the number of steps"""
    X, y = np.tile([[1.0, -0.5]], (12, 1)), np.full(12, 2.0)
    expected = reference.minibatch_sgd(X, y, 0.05, 2, batch, 0)
    assert candidate.minibatch_sgd(X, y, 0.05, 2, batch, 3) == close(expected)


@pytest.mark.points(3)
@pytest.mark.hint(
    "Data sorted by y: without a new order in every epoch the descent ends far off (rule 2)."
)
def test_random_sorted_rows(candidate):
    """Rows sorted by y"""
    # Random orders are 0.08 off with a deviation of 0.03, sorted rows 1.25.
    n = 100
    X = np.column_stack([np.ones(n), np.tile([-1.0, 1.0], n // 2)])
    y = np.repeat([-5.0, 5.0], n // 2) + 2.0 * X[:, 1]
    found = np.array([array(candidate.minibatch_sgd(X, y, 0.05, 6, 5, s), (2,)) for s in range(5)])
    off = np.abs(found[:, 0]).mean()
    assert off < 0.5, f"the constant weight is {off:.2f} from its best value 0: are rows shuffled?"


# ---------------------------------------------------------------- all orders of few rows


@pytest.mark.points(2)
@pytest.mark.hint(
    "In an epoch each row comes exactly once: a permutation, not draws with replacement (rule 2)."
)
def test_relation_each_row_once(candidate, ways):
    """Each row comes once in an epoch"""
    known = ways(FOUR_X, FOUR_Y, 0.1, 1, 1)
    for seed in range(12):
        one_of(candidate.minibatch_sgd(FOUR_X, FOUR_Y, 0.1, 1, 1, seed), known)


@pytest.mark.points(2)
@pytest.mark.hint(
    "The last batch may be shorter: it is used, and divided by its own number of rows (rule 3)."
)
def test_relation_last_batch(candidate, ways):
    """The last batch is shorter"""
    known = ways(FOUR_X, FOUR_Y, 0.1, 1, 3)
    for seed in range(8):
        one_of(candidate.minibatch_sgd(FOUR_X, FOUR_Y, 0.1, 1, 3, seed), known)


@pytest.mark.points(2)
@pytest.mark.hint(
    "The gradient of a batch is taken at the w of that moment, not of the epoch's start (rule 4)."
)
def test_relation_batches_of_two(candidate, ways):
    """Batches of two rows"""
    known = ways(FOUR_X, FOUR_Y, 0.1, 1, 2)
    for seed in range(8):
        one_of(candidate.minibatch_sgd(FOUR_X, FOUR_Y, 0.1, 1, 2, seed), known)


@pytest.mark.points(2)
@pytest.mark.hint("A new order in every epoch, not one order for all (rule 2).")
def test_relation_new_order_in_each_epoch(candidate, ways):
    """A new order in each epoch"""
    known = ways(THREE_X, THREE_Y, 0.1, 2, 1)
    same = 0
    for seed in range(24):
        plans = one_of(candidate.minibatch_sgd(THREE_X, THREE_Y, 0.1, 2, 1, seed), known)
        same += any(first == second for first, second in plans)
    # The second order is the first again once in six times: 4 of 24, and 16 once in a million times.
    assert same < 16, f"in {same} of 24 seeds the second epoch had the order of the first"


@pytest.mark.points(2)
@pytest.mark.hint(
    "Every order must be possible: rows are shuffled, not batches, and not turned round (rule 2)."
)
def test_relation_every_order(candidate, ways):
    """All orders of three rows"""
    known = ways(THREE_X, THREE_Y, 0.1, 1, 1)
    assert len(known) == 6
    counts = Counter()
    for seed in range(90):
        plans = one_of(candidate.minibatch_sgd(THREE_X, THREE_Y, 0.1, 1, 1, seed), known)
        counts[plans[0]] += 1
    # Each is expected 15 times; that one never comes has a probability of one in two million.
    assert len(counts) == 6, f"90 seeds gave only {len(counts)} of the 6 orders of three rows"
    assert max(counts.values()) < 40, "one order comes far too often"


@pytest.mark.hint(
    "Batches are made of the shuffled rows: all pairs must be possible, not only neighbours (rule 2)."
)
def test_relation_rows_are_shuffled_not_batches(candidate, ways):
    """All pairs of rows can be a batch"""
    known = ways(FOUR_X, FOUR_Y, 0.1, 1, 2)
    pairs = set()
    for seed in range(40):
        plans = one_of(candidate.minibatch_sgd(FOUR_X, FOUR_Y, 0.1, 1, 2, seed), known)
        pairs.add(frozenset(plans[0][0][:2]))
    assert len(pairs) >= 5, f"40 seeds began with only {len(pairs)} of the 6 pairs of four rows"


@pytest.mark.points(2)
@pytest.mark.hint(
    "All chance comes from seed: no global generator, no state kept between calls (rule 6)."
)
def test_relation_same_seed(candidate, draw):
    """The same seed gives the same weights, whatever was called before"""
    X, y = draw(11, 20, 2)
    first = array(candidate.minibatch_sgd(X, y, 0.1, 2, 3, 7), (2,))
    candidate.minibatch_sgd(X, y, 0.1, 1, 4, 8)
    assert candidate.minibatch_sgd(X, y, 0.1, 2, 3, 7) == close(first)


@pytest.mark.hint("Another seed gives other orders (rule 6).")
def test_relation_other_seed(candidate, draw):
    """Another seed gives other weights"""
    X, y = draw(12, 20, 2)
    found = {
        str(array(candidate.minibatch_sgd(X, y, 0.1, 2, 3, s), (2,)).round(9)) for s in range(3)
    }
    assert len(found) == 3, "two seeds gave the same weights"


@pytest.mark.hint(
    "Twice y gives twice the weights with the same seed: the orders do not depend on y."
)
@settings(max_examples=8)
@given(seed=st.integers(0, 99), batch=st.integers(1, 7))
def test_relation_twice_y(candidate, draw, seed, batch):
    """Twice y gives twice the weights"""
    X, y = draw(13, 9, 2)
    once = array(candidate.minibatch_sgd(X, y, 0.1, 2, batch, seed), (2,))
    assert candidate.minibatch_sgd(X, 2 * y, 0.1, 2, batch, seed) == close(2 * once)


@pytest.mark.hint("A small lr: the weights are lr times the sum of the batches' gradients at 0.")
def test_relation_small_steps(candidate, draw):
    """Very small steps"""
    X, y = draw(14, 24, 3)
    w = array(candidate.minibatch_sgd(X, y, 1e-7, 3, 4, 1), (3,)) / 1e-7
    expected = 3 * X.T @ y / 4
    assert np.allclose(w, expected, 1e-4, 1e-4), "not every row was used once in every epoch"


# ---------------------------------------------------------------- edge cases


@pytest.mark.hint("A batch above n is one batch of all rows (rule 3).")
def test_edge_large_batch(candidate, reference, draw):
    """A batch larger than the data"""
    X, y = draw(21, 7, 2)
    expected = reference.minibatch_sgd(X, y, 0.3, 4, 7, 0)
    assert candidate.minibatch_sgd(X, y, 0.3, 4, 1000, 2) == close(expected)


@pytest.mark.hint("No epoch: p zeros (rule 7).")
def test_edge_no_epoch(candidate, draw):
    """No epoch"""
    X, y = draw(22, 5, 4)
    assert candidate.minibatch_sgd(X, y, 0.3, 0, 2, 2) == close([0.0] * 4)


@pytest.mark.hint("One row, one step in each epoch.")
def test_edge_one_row(candidate):
    """A single row"""
    found = candidate.minibatch_sgd(np.array([[2.0, 0.0]]), np.array([3.0]), 0.1, 2, 1, 4)
    assert found == close([0.96, 0.0])


@pytest.mark.hint("There is no intercept, and nothing is centred or scaled.")
def test_edge_no_intercept(candidate):
    """No intercept, no scaling"""
    found = candidate.minibatch_sgd(
        np.array([[10.0], [10.0]]), np.array([1.0, 3.0]), 0.001, 1, 2, 0
    )
    assert found == close([0.02])


@pytest.mark.hint("No early stop, and lr stays as it is (rule 5).")
def test_edge_many_epochs(candidate, reference, draw):
    """Many epochs, nearly converged"""
    X, y = draw(23, 10, 2)
    expected = reference.minibatch_sgd(X, y, 0.05, 300, 10, 0)
    assert candidate.minibatch_sgd(X, y, 0.05, 300, 10, 1) == close(expected)


@pytest.mark.hint("Integers are numbers: w must not become integers.")
def test_edge_integers(candidate, reference):
    """Integer rows and values"""
    X, y = np.array([[1, 2], [3, -1], [0, 1]]), np.array([1, 0, 2])
    expected = reference.minibatch_sgd(X, y, 0.1, 3, 3, 0)
    assert candidate.minibatch_sgd(X, y, 0.1, 3, 3, 0) == close(expected)


@pytest.mark.hint("A batch below 1 must raise ValueError (rule 8).")
@pytest.mark.parametrize("batch", [0, -2])
def test_edge_bad_batch(candidate, batch):
    """A batch below 1 is an error"""
    with pytest.raises(ValueError):
        candidate.minibatch_sgd(np.ones((3, 1)), np.ones(3), 0.1, 1, batch, 0)
    with pytest.raises(ValueError):
        candidate.minibatch_sgd(np.ones((3, 1)), np.ones(3), 0.1, 0, batch, 0)


@pytest.mark.hint("No rows, or X and y of different length, must raise ValueError (rule 8).")
def test_edge_bad_rows(candidate):
    """No rows, or different lengths, are an error"""
    for X, y in ((np.zeros((0, 2)), []), (np.ones((3, 1)), [1.0]), (np.ones((2, 1)), [1.0] * 3)):
        with pytest.raises(ValueError):
            candidate.minibatch_sgd(X, np.array(y), 0.1, 1, 2, 0)
        with pytest.raises(ValueError):
            candidate.minibatch_sgd(X, np.array(y), 0.1, 0, 2, 0)


def last_orders(candidate, epochs, seed):
    """The orders of the last two of `epochs` epochs of six rows: the digits of the weight to the base of 8."""
    y = np.arange(6.0)
    (w,) = array(candidate.minibatch_sgd(np.ones((6, 1)), y, 0.875, epochs, 1, seed), (1,))
    rest, digits = w / 0.875, []
    for _ in range(12):
        digits.append(int(rest + 1e-6))
        rest = (rest - digits[-1]) * 8
    assert sorted(digits[:6]) == sorted(digits[6:]) == list(range(6)), "in an epoch each row comes exactly once"
    return tuple(digits[5::-1]), tuple(digits[:5:-1])


@pytest.mark.points(2)
@pytest.mark.hint("A new order in every epoch, the tenth too, for every seed, 0 among them: not one of a few, and not the "
                  "last one turned round (rule 2).")
@pytest.mark.parametrize("seed", [0, 1])
def test_relation_orders_of_many_epochs(candidate, seed):
    """The orders of a dozen epochs"""
    found = [last_orders(candidate, epochs, seed) for epochs in range(6, 13)]
    # Of 720 orders: that seven have fewer than five different ones, or three are turned round, is less than a millionth.
    assert len({last for last, _ in found}) >= 5, "the orders of seven epochs are hardly ever new"
    turned = sum(last == before[::-1] for last, before in found)
    assert turned < 3, f"in {turned} of 7 epochs the order is that of the epoch before, turned round"


@pytest.mark.hint("Another seed gives other orders: all of its digits count.")
def test_relation_seeds_alike_in_a_digit(candidate):
    """Seeds that have their last digits in common"""
    for seed in (0, 7):
        found = {last_orders(candidate, 4, seed + more) for more in (0, 10, 100, 256)}
        assert len(found) >= 3, "seeds with the same last digit gave the same orders"


@pytest.mark.points(2)
@pytest.mark.hint("y may have fractions where X has none, and the other way round.")
def test_edge_mixed_types(candidate, reference):
    """Whole numbers in X and fractions in y, and the other way round"""
    for X, y in (([[1], [2]], [2.5, 3.5]), ([[0.5], [1.25]], [1, 3])):
        expected = reference.minibatch_sgd(np.array(X), np.array(y), 0.1, 3, 2, 0)
        assert candidate.minibatch_sgd(np.array(X), np.array(y), 0.1, 3, 2, 0) == close(expected)


@pytest.mark.hint("No early stop, and no limit to a step: however small or large the gradient is, it is taken.")
@pytest.mark.parametrize(("x", "y", "lr"), [(1e-5, 1.0, 1e-4), (1.0, 1e-8, 0.1), (100.0, 50.0, 1e-5), (1000.0, 50.0, 1e-7)])
def test_edge_sizes_of_steps(candidate, x, y, lr):
    """Very small and very large gradients"""
    w = 0.0
    for _ in range(10):
        w -= lr * x * (x * w - y)
    answer = candidate.minibatch_sgd(np.array([[x]]), np.array([y]), lr, 10, 1, 0)
    assert answer == close([w], atol=0)


@pytest.mark.hint("Products of small integers wrap around in their own type: make floats of them first.")
@pytest.mark.parametrize("batch", [1, 2, 5])
def test_edge_bytes(candidate, batch):
    """Rows of bytes"""
    X, y = np.array([[100], [100]], dtype=np.int8), np.array([100, 100], dtype=np.int8)
    steps = 2 if batch == 1 else 1
    expected = 1 - (1 - 1e-4 * 100**2 / 8) ** steps
    assert candidate.minibatch_sgd(X, y, 1.25e-5, 1, batch, 0) == close([expected])


@pytest.mark.hint("Shuffle indices or a copy: the arguments must be as they were (rule 10).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    X, y = draw(24, 12, 2)
    candidate.minibatch_sgd(X, y, 0.1, 2, 5, 1)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
