"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import close

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Write the sum as a loop over the pairs, and compare.")
@pytest.mark.parametrize(("seed", "high"), [(1, 60.0), (2, 300.0), (3, 2.0)])
def test_random(candidate, reference, draw, seed, high):
    """Random counts, below and above x_max"""
    args = draw(seed, 12, 9, 4, 60, high)
    assert candidate.glove_loss_grad(*args) == close(reference.glove_loss_grad(*args))


@pytest.mark.points(2)
@pytest.mark.hint("x_max and alpha are parameters: 100 and 0.75 are only their defaults.")
@pytest.mark.parametrize(("x_max", "alpha"), [(10.0, 0.75), (100.0, 0.5), (3.0, 2.0), (50, 1), (20.0, 0.0)])
def test_random_weights(candidate, reference, draw, x_max, alpha):
    """Other weights of the counts"""
    args = (*draw(7, 6, 6, 2, 25, 30.0), x_max, alpha)
    assert candidate.glove_loss_grad(*args) == close(reference.glove_loss_grad(*args))


@pytest.mark.points(2)
@pytest.mark.hint("Try one pair, two pairs of one word, two pairs of one context.")
@settings(max_examples=20)
@given(X=st.dictionaries(st.tuples(st.integers(0, 2), st.integers(0, 3)), st.sampled_from([0.5, 1.0, 8.0, 200.0]),
                         max_size=6))
def test_random_small(candidate, reference, X):
    """Any few pairs"""
    W, C = np.array([[1.0, 0.5], [-0.25, 2.0], [0.0, 1.0]]), np.array([[1.0, 1], [2, -1], [0.5, 0], [-1, -1]])
    args = W, C, np.array([0.5, -0.5, 1.0]), np.array([0.25, 0.0, -1.0, 2.0]), X
    assert candidate.glove_loss_grad(*args) == close(reference.glove_loss_grad(*args))


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint("The gradients do not belong to the loss that is returned: a factor, or a term is missing.")
@pytest.mark.parametrize("which", [0, 1, 2, 3])
def test_relation_finite_differences(candidate, draw, parts, which):
    """Each gradient against differences of the loss"""
    args = list(draw(10 + which, 7, 5, 3, 22, 150.0))
    W, C = args[:2]
    gradient = parts(candidate.glove_loss_grad(*args), W, C)[1 + which]
    step = 1e-5 * np.random.default_rng(1).normal(size=gradient.shape)
    found = []
    for sign in (1, -1):
        moved = [a + sign * step if k == which else a for k, a in enumerate(args)]
        found.append(parts(candidate.glove_loss_grad(*moved), W, C)[0])
    expected = float((gradient * step).sum())
    assert (found[0] - found[1]) / 2 == pytest.approx(expected, rel=1e-5), (
        f"the gradient of {'W C b c'.split()[which]} is not that of the loss"
    )


@pytest.mark.hint("The order of the pairs in the dict does not matter.")
def test_relation_order(candidate, draw):
    """The pairs in another order"""
    *args, X = draw(20, 8, 8, 3, 40, 200.0)
    turned = dict(reversed(X.items()))
    assert candidate.glove_loss_grad(*args, turned) == close(candidate.glove_loss_grad(*args, X).value)


@pytest.mark.hint("Words and contexts exchanged: the gradients change places, nothing else.")
def test_relation_exchanged(candidate, draw, parts):
    """Words and contexts exchanged"""
    W, C, b, c, X = draw(21, 6, 9, 2, 30, 120.0)
    loss, gW, gC, gb, gc = parts(candidate.glove_loss_grad(W, C, b, c, X), W, C)
    answer = candidate.glove_loss_grad(C, W, c, b, {(j, i): x for (i, j), x in X.items()})
    assert answer == close((loss, gC, gW, gc, gb))


@pytest.mark.points(2)
@pytest.mark.hint("A sum, not a mean: loss and gradients of two sets of pairs add up.")
def test_relation_sum(candidate, draw, parts):
    """The parts of a set of pairs add up"""
    *args, X = draw(22, 7, 7, 3, 30, 200.0)
    pairs = list(X.items())
    halves = [parts(candidate.glove_loss_grad(*args, dict(half)), *args[:2]) for half in (pairs[:11], pairs[11:])]
    assert candidate.glove_loss_grad(*args, X) == close(tuple(a + b for a, b in zip(*halves, strict=True)))


@pytest.mark.hint("A constant moved from all b to all c changes nothing.")
def test_relation_biases(candidate, draw):
    """A constant moved from one bias to the other"""
    W, C, b, c, X = draw(23, 6, 6, 2, 25, 80.0)
    expected = candidate.glove_loss_grad(W, C, b, c, X).value
    assert candidate.glove_loss_grad(W, C, b + 2, c - 2, X) == close(expected, atol=1e-8)


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("One word in forty pairs: all of them are added, not only the last (rule 4).")
def test_edge_repeated_rows(candidate, reference):
    """One word with all contexts, one context with all words"""
    rng = np.random.default_rng(2)
    one, many = rng.normal(size=(1, 3)), rng.normal(size=(40, 3))
    X = {(0, j): 1.0 + j for j in range(40)}
    args = one, many, rng.normal(size=1), rng.normal(size=40), X
    assert candidate.glove_loss_grad(*args) == close(reference.glove_loss_grad(*args))
    args = many, one, args[3], args[2], {(j, i): x for (i, j), x in X.items()}
    assert candidate.glove_loss_grad(*args) == close(reference.glove_loss_grad(*args))


@pytest.mark.hint("x = x_max gives f = 1; above it f stays 1 (rule 2).")
@pytest.mark.parametrize("x", [99.0, 100.0, 101.0, 10_000.0])
def test_edge_around_the_largest(candidate, reference, x):
    """Counts around x_max"""
    args = np.array([[1.0]]), np.array([[2.0]]), np.array([0.5]), np.array([0.0]), {(0, 0): x}
    assert candidate.glove_loss_grad(*args) == close(reference.glove_loss_grad(*args))


@pytest.mark.hint("Counts below 1 have a negative logarithm: no log(1 + x), nothing skipped (rule 3).")
@pytest.mark.parametrize("x", [1e-9, 2e-4, 0.001, 0.5, 1.0])
def test_edge_counts_below_one(candidate, reference, x):
    """Counts of one and below"""
    args = np.array([[1.0, -1]]), np.array([[2.0, 1]]), np.array([0.5]), np.array([0.25]), {(0, 0): x}
    assert candidate.glove_loss_grad(*args) == close(reference.glove_loss_grad(*args))


@pytest.mark.hint("A weight may be very small: there is a cap above, and nothing below.")
def test_edge_small_weights(candidate, reference):
    """A weight of a ten-billionth"""
    args = np.array([[1.0]]), np.array([[2.0]]), np.array([0.5]), np.array([0.0]), {(0, 0): 0.001}, 100.0, 2.0
    assert candidate.glove_loss_grad(*args) == close(reference.glove_loss_grad(*args), atol=0)


@pytest.mark.points(2)
@pytest.mark.hint("Blocks of pairs are a part of the sum each: what a word got from one stays when the next is added "
                  "(rule 4).")
def test_random_thousands_of_pairs(candidate, reference, draw):
    """Five thousand pairs of fifty words"""
    *args, _ = draw(31, 50, 100, 2, 1, 1.0)
    X = {(k // 100, k % 100): 1.0 + k % 37 for k in range(5000)}
    assert candidate.glove_loss_grad(*args, X) == close(reference.glove_loss_grad(*args, X))


@pytest.mark.hint("Whole numbers as counts are as good as floats.")
def test_edge_integer_counts(candidate, reference, draw):
    """Counts that are integers"""
    *args, X = draw(24, 5, 5, 2, 15, 150.0)
    X = {pair: int(x) + 1 for pair, x in X.items()}
    assert candidate.glove_loss_grad(*args, X, 100) == close(reference.glove_loss_grad(*args, X, 100))
    X[next(reversed(X))] = 2.5
    assert candidate.glove_loss_grad(*args, X, 100) == close(reference.glove_loss_grad(*args, X, 100))


@pytest.mark.hint("No pairs: 0.0, and gradients of zeros in their shapes (rule 6).")
def test_edge_no_pairs(candidate):
    """No pairs"""
    answer = candidate.glove_loss_grad(np.ones((2, 3)), np.ones((4, 3)), np.ones(2), np.ones(4), {})
    assert answer == close((0.0, np.zeros((2, 3)), np.zeros((4, 3)), np.zeros(2), np.zeros(4)))


@pytest.mark.hint("Words and contexts may differ in number; who is in no pair has a gradient of 0 (rule 4).")
def test_edge_in_no_pair(candidate, draw, parts):
    """Words and contexts in no pair"""
    W, C, b, c, _ = draw(25, 6, 3, 2, 1, 1.0)
    _, gW, gC, gb, gc = parts(candidate.glove_loss_grad(W, C, b, c, {(1, 2): 5.0, (4, 2): 9.0}), W, C)
    assert not gW[[0, 2, 3, 5]].any(), "a word in no pair has a gradient"
    assert not gb[[0, 2, 3, 5]].any(), "the bias of a word in no pair has a gradient"
    assert not gC[[0, 1]].any(), "a context in no pair has a gradient"
    assert not gc[[0, 1]].any(), "the bias of a context in no pair has a gradient"
    assert gW[[1, 4]].all() and gC[2].all() and gb[[1, 4]].all() and gc[2] != 0, "a gradient is missing"


@pytest.mark.hint("X[i, j] says nothing about X[j, i] (rule 5).")
def test_edge_not_symmetric(candidate, reference, draw):
    """A pair and its reverse"""
    *args, _ = draw(26, 3, 3, 2, 1, 1.0)
    for X in ({(0, 1): 7.0}, {(0, 1): 7.0, (1, 0): 2.0}, {(2, 2): 3.0, (2, 0): 1.5}):
        assert candidate.glove_loss_grad(*args, X) == close(reference.glove_loss_grad(*args, X))


@pytest.mark.hint("Where the model is right, loss and gradients are 0.")
def test_edge_perfect(candidate):
    """A pair that fits exactly"""
    answer = candidate.glove_loss_grad(
        np.array([[2.0]]), np.array([[0.5]]), np.array([-0.25]), np.array([-0.75]), {(0, 0): 1.0}
    )
    assert answer == close((0.0, [[0.0]], [[0.0]], [0.0], [0.0]))


@pytest.mark.hint("Each count is checked: 0 and below is a ValueError (rule 7).")
@pytest.mark.parametrize("bad", [0, 0.0, -1.0])
def test_edge_bad_counts(candidate, draw, bad):
    """Counts of 0 and below are errors"""
    *args, _ = draw(27, 3, 3, 2, 1, 1.0)
    for X in ({(0, 0): bad, (1, 1): 2.0}, {(1, 1): 2.0, (0, 2): bad}):
        with pytest.raises(ValueError):
            candidate.glove_loss_grad(*args, X)


@pytest.mark.hint("-1 is not the last word, and past the last one is a ValueError (rule 7).")
@pytest.mark.parametrize("pair", [(-1, 0), (0, -1), (1, -1), (2, 0), (0, 4), (3, 1)])
def test_edge_bad_pairs(candidate, draw, pair):
    """Words and contexts that are none are errors"""
    *args, _ = draw(28, 2, 4, 2, 1, 1.0)
    with pytest.raises(ValueError):
        candidate.glove_loss_grad(*args, {(0, 0): 1.0, pair: 2.0})
    with pytest.raises(ValueError):
        candidate.glove_loss_grad(*args, {pair: 2.0, (1, 0): 1.0})


@pytest.mark.hint("The arguments must be as they were: no step along the gradient is taken (rule 8).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    candidate.glove_loss_grad(*draw(29, 5, 5, 2, 12, 50.0))
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
