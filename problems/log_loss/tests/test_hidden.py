"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

from math import log, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import close, number

# Exact in floating point, so that 1 - eps is too, and how the clipping is written does not matter.
EPS = 2.0**-20

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("-ln(q) for label 1, -ln(1 - q) for label 0, natural logarithms, and their mean.")
@pytest.mark.parametrize("n", [7, 60, 300])
def test_random(candidate, reference, draw, n):
    """Random probabilities, none of which is clipped"""
    y, p = draw(n, n)
    assert candidate.log_loss(y, p) == close(reference.log_loss(y, p))


@pytest.mark.points(2)
@pytest.mark.hint("Probabilities are clipped by the eps that is given: see rule 2.")
@pytest.mark.parametrize("eps", [0.25, 0.01, EPS])
def test_random_clipped(candidate, reference, draw, eps):
    """Random probabilities, some of them clipped"""
    y, p = draw(11, 80, 0.0, 1.0)
    p[:6] = [0.0, 1.0, 0.0, 1.0, eps, 1 - eps]
    assert candidate.log_loss(y, p, eps) == close(reference.log_loss(y, p, eps))


@pytest.mark.points(2)
@pytest.mark.hint("Work a row or two out by hand: which logarithm, which sign, clipped or not?")
@given(rows=st.lists(st.tuples(st.integers(0, 1), st.integers(0, 16)), min_size=1, max_size=6))
def test_random_small_inputs(candidate, reference, rows):
    """Any small input"""
    y, p = [r[0] for r in rows], [r[1] / 16 for r in rows]
    assert candidate.log_loss(y, p, 1 / 32) == close(reference.log_loss(y, p, 1 / 32))


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint("Labels and probabilities turned round (y to 1 - y, p to 1 - p) mean the same.")
@settings(max_examples=20)
@given(
    rows=st.lists(st.tuples(st.integers(0, 1), st.integers(0, 64)), min_size=1, max_size=12),
    eps=st.sampled_from([1 / 4, 1 / 128]),
)
def test_relation_other_side(candidate, rows, eps):
    """The loss of \"no click\" is that of \"click\" """
    y, p = [r[0] for r in rows], [r[1] / 64 for r in rows]
    loss = number(candidate.log_loss(y, p, eps))
    turned = candidate.log_loss([1 - label for label in y], [1 - v for v in p], eps)
    assert turned == close(loss)


@pytest.mark.points(2)
@pytest.mark.hint("The loss is a mean: every row twice changes nothing (rule 1).")
def test_relation_every_row_twice(candidate, draw):
    """Every row twice changes nothing"""
    y, p = draw(21, 33)
    loss = number(candidate.log_loss(y, p))
    assert candidate.log_loss(y * 2, p * 2) == close(loss)


@pytest.mark.hint("The order of the rows means nothing.")
def test_relation_order_of_rows(candidate, draw):
    """The order of the rows changes nothing"""
    y, p = draw(22, 40)
    loss = number(candidate.log_loss(y, p))
    order = sorted(range(40), key=lambda i: p[i])
    assert candidate.log_loss([y[i] for i in order], [p[i] for i in order]) == close(loss)


@pytest.mark.points(2)
@pytest.mark.hint("The loss of all rows is the mean of the parts' losses, weighted by their rows.")
def test_relation_parts(candidate, draw):
    """The loss of two parts makes that of the whole"""
    y, p = draw(23, 50)
    first = number(candidate.log_loss(y[:10], p[:10]))
    rest = number(candidate.log_loss(y[10:], p[10:]))
    assert candidate.log_loss(y, p) == close(0.2 * first + 0.8 * rest)


@pytest.mark.hint("A larger eps brings every clipped probability nearer to the middle, and no other.")
def test_relation_eps_without_clipping(candidate, draw):
    """An eps that clips nothing changes nothing"""
    y, p = draw(24, 40, 0.3, 0.7)
    loss = number(candidate.log_loss(y, p))
    for eps in (0.29, 0.1, 1e-3, 1e-9):
        assert candidate.log_loss(y, p, eps) == close(loss)


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("0 and 1 are valid and clipped: sure and wrong costs -ln(eps), no more (rule 2).")
def test_edge_sure_and_wrong(candidate):
    """Sure and wrong, on both sides"""
    assert candidate.log_loss([1, 0], [0.0, 0.5], EPS) == close((20 * log(2) + log(2)) / 2)
    assert candidate.log_loss([0, 0], [1.0, 0.5], EPS) == close((20 * log(2) + log(2)) / 2)
    assert candidate.log_loss([1], [0]) == close(15 * log(10))


@pytest.mark.points(2)
@pytest.mark.hint("With label 0, a probability of 1 is clipped to 1 - eps, by default 1 - 1e-15.")
def test_edge_default_eps_above(candidate):
    """The default eps near 1"""
    # 1 - 1e-15 is rounded: -ln(1 - q) is 34.5388 or 34.5396, by how the clipping is written.
    loss = number(candidate.log_loss([0], [1.0]))
    assert 34.538 < loss < 34.541, "a sure and wrong 1 should cost about 34.54, which is -ln(1e-15)"


@pytest.mark.points(2)
@pytest.mark.hint("Sure and right is clipped too: it costs -ln(1 - eps), a little above 0 (rule 2).")
def test_edge_sure_and_right(candidate):
    """Sure and right is clipped too"""
    assert candidate.log_loss([1, 0], [1.0, 0.0], 0.125) == close(-log(0.875))
    assert candidate.log_loss([1, 1, 0], [1.0, 0.9375, 0.0625], 0.25) == close(-log(0.75))


@pytest.mark.hint("A sure and right answer costs next to nothing, and never less than nothing.")
def test_edge_perfect(candidate):
    """A perfect model"""
    loss = number(candidate.log_loss([1, 0, 1], [1.0, 0.0, 1.0]))
    assert 0 <= loss < 1e-9, "a perfect model costs less than 1e-9, and not less than 0"


@pytest.mark.points(2)
@pytest.mark.hint("Only what is below eps or above 1 - eps changes; nothing is added to the rest.")
def test_edge_tiny_probabilities(candidate):
    """Tiny probabilities above eps are taken as they are"""
    assert candidate.log_loss([1], [1e-14]) == close(14 * log(10))
    assert candidate.log_loss([1, 1], [1e-9, 1e-12]) == close(10.5 * log(10))
    assert candidate.log_loss([0], [1 - 2.0**-30]) == close(30 * log(2))
    assert candidate.log_loss([1], [1e-20], 1e-18) == close(18 * log(10))


@pytest.mark.hint("One row, or one label only, is no error (rule 5).")
def test_edge_one_class(candidate):
    """One row, and one label only"""
    assert candidate.log_loss([0], [0.75]) == close(2 * log(2))
    assert candidate.log_loss([1, 1], [0.5, 0.25]) == close(1.5 * log(2))
    assert candidate.log_loss([0, 0, 0], [0.5, 0.75, 0.5]) == close(4 / 3 * log(2))


@pytest.mark.hint("Whole numbers are probabilities too: 0 and 1.")
def test_edge_integers(candidate):
    """Probabilities that are integers"""
    assert candidate.log_loss([1, 0, 1, 0], [0, 1, 1, 0], 0.25) == close((4 * log(2) - 2 * log(0.75)) / 4)


@pytest.mark.points(2)
@pytest.mark.hint("A probability outside of 0 to 1 is an error, it is not clipped (rule 3).")
@pytest.mark.parametrize("bad", [-1e-9, 1 + 1e-9, -5e-16, -1e-13, -0.5, 7.0, float("inf"), float("-inf")])
def test_edge_outside(candidate, bad):
    """A probability outside of 0 to 1 is an error"""
    for y in ([1, 0, 1], [0, 1, 0]):
        with pytest.raises(ValueError):
            candidate.log_loss(y, [0.5, 0.25, bad])


@pytest.mark.hint("eps says how far what is inside is moved, and nothing of what is outside (rule 3).")
@pytest.mark.parametrize("bad", [1.05, -0.05])
def test_edge_outside_by_less_than_eps(candidate, bad):
    """Outside of 0 to 1, and by less than eps, is an error"""
    with pytest.raises(ValueError):
        candidate.log_loss([1, 0], [bad, 0.5], 0.1)


@pytest.mark.hint("nan is no probability: ValueError (rule 3). No comparison with nan is true.")
def test_edge_nan(candidate):
    """A probability that is nan is an error"""
    for p in ([nan, 0.5], [0.5, nan]):
        with pytest.raises(ValueError):
            candidate.log_loss([1, 0], p)


@pytest.mark.hint("Labels are 0 and 1, all others must raise ValueError (rule 4).")
@pytest.mark.parametrize("label", [2, -1])
def test_edge_other_labels(candidate, label):
    """A label other than 0 and 1 is an error"""
    with pytest.raises(ValueError):
        candidate.log_loss([0, 1, label], [0.5, 0.5, 0.25])


@pytest.mark.hint("Lists of different lengths must raise ValueError, also where one has one row.")
@pytest.mark.parametrize(("n", "m"), [(2, 3), (3, 2), (1, 3), (3, 1), (0, 1), (1, 0)])
def test_edge_lengths(candidate, n, m):
    """Lists of different lengths are an error"""
    with pytest.raises(ValueError):
        candidate.log_loss([1] * n, [0.5] * m)


@pytest.mark.hint("No rows have no mean: ValueError (rule 4).")
def test_edge_no_rows(candidate):
    """No rows are an error"""
    with pytest.raises(ValueError):
        candidate.log_loss([], [])


@pytest.mark.points(2)
@pytest.mark.hint("The loss is a mean over all rows: a mean over blocks counts the last, smaller one too much.")
def test_edge_thousands_of_rows(candidate):
    """Rows that are no whole number of blocks"""
    for n in (1000, 4096):
        answer = candidate.log_loss([1] * (n + 1), [0.5] * n + [0.01])
        assert answer == close((n * log(2) - log(0.01)) / (n + 1))


@pytest.mark.hint("Clip copies: the arguments must be as they were (rule 6).")
def test_edge_arguments_unchanged(candidate):
    """The arguments are not changed"""
    candidate.log_loss([1, 0, 1], [0.0, 1.0, 0.5], 0.25)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"


@pytest.mark.hint("Labels are 0 and 1 and nothing between (rule 4).")
def test_edge_half_a_label(candidate):
    """A label between 0 and 1 is an error"""
    with pytest.raises(ValueError):
        candidate.log_loss([1, 0.5], [0.9, 0.2])
