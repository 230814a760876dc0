"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.testing import close, items, number


def pair(answer):
    z, p = items(answer, 2)
    return number(z), number(p)


# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Compute r1, r2, the pooled rate and z with pencil and paper for a small example.")
@given(n1=st.integers(1, 60), n2=st.integers(1, 60), share1=st.integers(0, 20), share2=st.integers(0, 20))
def test_random_small(candidate, reference, n1, n2, share1, share2):
    """Any small groups"""
    args = n1 * share1 // 20, n1, n2 * share2 // 20, n2
    assert candidate.ab_test(*args) == close(reference.ab_test(*args))


@pytest.mark.points(2)
@pytest.mark.hint("Groups of very unequal size: each n counts in 1/n1 + 1/n2, and in the pooled rate.")
@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_random_unequal_groups(candidate, reference, seed):
    """Groups of very unequal size"""
    import numpy as np

    rng = np.random.default_rng(seed)
    for _ in range(8):
        n1, n2 = int(rng.integers(500, 10**6)), int(rng.integers(5, 3000))
        rate = float(rng.uniform(0.02, 0.9))
        args = int(rng.binomial(n1, rate)), n1, int(rng.binomial(n2, min(0.99, rate * 1.1))), n2
        z, p = reference.ab_test(*args)
        got_z, got_p = items(candidate.ab_test(*args), 2)
        assert got_z == close(z, atol=1e-8)
        assert got_p == close(p, atol=1e-12)


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.hint("Groups exchanged: z changes its sign, p does not.")
@pytest.mark.parametrize("args", [(3, 10, 40, 70), (120, 1000, 80, 900), (0, 7, 7, 9)])
def test_relation_exchanged(candidate, args):
    """The groups exchanged"""
    z, p = pair(candidate.ab_test(*args))
    assert candidate.ab_test(*args[2:], *args[:2]) == close((-z, p))


@pytest.mark.hint("Clicks and non-clicks exchanged: z changes its sign, p does not.")
@pytest.mark.parametrize("args", [(3, 10, 40, 70), (120, 1000, 80, 900), (9, 900, 2, 700)])
def test_relation_clicks_turned(candidate, args):
    """Clicks and non-clicks exchanged"""
    c1, n1, c2, n2 = args
    z, p = pair(candidate.ab_test(*args))
    assert candidate.ab_test(n1 - c1, n1, n2 - c2, n2) == close((-z, p))


@pytest.mark.hint("Four times the data: z doubles.")
def test_relation_four_times_the_data(candidate):
    """Four times the data"""
    z, _ = pair(candidate.ab_test(12, 100, 19, 90))
    got, _ = items(candidate.ab_test(48, 400, 76, 360), 2)
    assert got == close(2 * z)


@pytest.mark.hint("p is two-sided: from 1 at z = 0 downwards, and never above 1.")
def test_relation_p_falls(candidate):
    """p falls while the difference grows"""
    found = [pair(candidate.ab_test(100, 1000, c, 1000)) for c in (100, 101, 105, 120, 150, 250, 400)]
    assert found[0] == pytest.approx((0.0, 1.0)), "equal rates have z = 0 and p = 1"
    for (z, p), (after_z, after_p) in zip(found, found[1:], strict=False):
        assert after_z > z, "z does not grow with the difference"
        assert 0 < after_p < p <= 1, "p does not fall with the difference"


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("Rates far apart show whether the variance is pooled (rule 1).")
def test_edge_pooled(candidate):
    """Rates that are far apart"""
    z, _ = items(candidate.ab_test(10, 100, 90, 200), 2)
    r = 100 / 300
    assert z == close((0.45 - 0.1) / math.sqrt(r * (1 - r) * (1 / 100 + 1 / 200)))


@pytest.mark.points(2)
@pytest.mark.hint("Both tails count, also where z is negative (rule 2).")
@pytest.mark.parametrize("args", [(50, 100, 60, 100), (60, 100, 50, 100)])
def test_edge_two_sided(candidate, args):
    """Both tails, for either sign"""
    z = 0.1 / math.sqrt(0.55 * 0.45 * 0.02)
    _, p = items(candidate.ab_test(*args), 2)
    assert p == close(math.erfc(z / math.sqrt(2)))


@pytest.mark.points(2)
@pytest.mark.hint("A small p is not 0, and not rounding noise: take the tail itself (rule 3).")
@pytest.mark.parametrize("c2", [5600, 5800, 6400, 7050, 3600, 3000])
def test_edge_small_p(candidate, reference, c2):
    """p far below the precision of 1"""
    args = 5000, 10_000, c2, 10_000
    z, p = reference.ab_test(*args)
    got_z, got_p = items(candidate.ab_test(*args), 2)
    assert got_z == close(z)
    assert got_p == close(p, atol=0)


@pytest.mark.hint("Small groups with few clicks: no continuity correction, no added clicks (rule 1).")
def test_edge_tiny_groups(candidate, reference):
    """Groups of one to three"""
    for args in ((0, 1, 1, 1), (1, 1, 0, 1), (1, 2, 2, 3), (0, 3, 1, 1), (1, 3, 0, 2)):
        assert candidate.ab_test(*args) == close(reference.ab_test(*args))


@pytest.mark.hint("Pooled rate 0 or 1: (0.0, 1.0), not NaN and no division by zero (rule 4).")
@pytest.mark.parametrize("args", [(0, 1, 0, 1), (0, 9, 0, 1000), (1, 1, 1, 1), (40, 40, 7, 7)])
def test_edge_nobody_or_everybody(candidate, args):
    """Nobody or everybody clicked"""
    assert candidate.ab_test(*args) == close((0.0, 1.0))


@pytest.mark.hint("One rate may be 0 or 1 as long as the pooled one is neither (rule 4).")
@pytest.mark.parametrize("args", [(0, 20, 5, 20), (20, 20, 15, 20), (0, 10, 10, 10), (3, 10, 0, 10)])
def test_edge_one_rate_is_zero_or_one(candidate, reference, args):
    """Nobody or everybody of one group clicked"""
    assert candidate.ab_test(*args) == close(reference.ab_test(*args))


@pytest.mark.hint("Large counts overflow 32-bit, and multiplied 64-bit integers (rule 6).")
def test_edge_large_counts(candidate, reference):
    """Counts up to a million millions"""
    for args in (
        (5 * 10**11, 10**12, 500_001_000_000, 10**12),
        (2_000_000_000, 9_000_000_000, 3_000_010, 13_500_000),
        (3, 10**12, 9, 10**12),
    ):
        z, p = reference.ab_test(*args)
        assert candidate.ab_test(*args) == close((z, p), rtol=1e-5, atol=1e-12)


@pytest.mark.hint("More clicks than users must raise ValueError in either group (rule 5).")
@pytest.mark.parametrize("args", [(11, 10, 5, 10), (5, 10, 11, 10), (2, 1, 0, 1), (12, 10, 3, 100)])
def test_edge_more_clicks_than_users(candidate, args):
    """More clicks than users is an error"""
    with pytest.raises(ValueError):
        candidate.ab_test(*args)


@pytest.mark.hint("A group without users must raise ValueError (rule 5).")
@pytest.mark.parametrize("args", [(0, 0, 1, 2), (1, 2, 0, 0), (0, 0, 0, 0), (0, -4, 1, 10), (1, 10, -5, -4)])
def test_edge_no_users(candidate, args):
    """A group without users is an error"""
    with pytest.raises(ValueError):
        candidate.ab_test(*args)


@pytest.mark.hint("Clicks below 0 must raise ValueError in either group (rule 5).")
@pytest.mark.parametrize("args", [(-1, 10, 5, 10), (5, 10, -1, 10), (-3, 10, 3, 10)])
def test_edge_negative_clicks(candidate, args):
    """Clicks below 0 are an error"""
    with pytest.raises(ValueError):
        candidate.ab_test(*args)


@pytest.mark.points(2)
@pytest.mark.hint("erf is so near 1 from z = 6 on that 1 - erf has lost its digits: use erfc for all z (rule 3).")
@pytest.mark.parametrize("clicks", [1281, 1330, 1360])
def test_edge_small_p_before_it_is_zero(candidate, reference, clicks):
    """p-values from a billionth on"""
    args = 1000, 10_000, clicks, 10_000
    z, p = reference.ab_test(*args)
    found = items(candidate.ab_test(*args), 2)
    assert found[0] == close(z)
    assert found[1] == close(p, atol=0)


@pytest.mark.hint("As many clicks as users is valid.")
def test_edge_all_clicked_in_one(candidate, reference):
    """As many clicks as users is no error"""
    for args in ((10, 10, 4, 10), (4, 10, 10, 10), (1, 1, 5, 10)):
        assert candidate.ab_test(*args) == close(reference.ab_test(*args))
