"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import close

numbers = st.lists(st.integers(-400, 400).map(lambda i: i / 4), min_size=1, max_size=9)

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Check mean and variance (divided by n) against a loop over a list.")
@settings(max_examples=20)
@given(xs=numbers)
def test_random_pushes(candidate, fill, agrees, xs):
    """Any few numbers"""
    agrees(fill(candidate, xs), xs)


@pytest.mark.points(2)
@pytest.mark.hint("Means are weighted by how many numbers stand behind them; the variance gets a term "
                  "for the distance of the means.")
@settings(max_examples=20)
@given(left=numbers, right=numbers)
def test_random_merges(candidate, fill, agrees, left, right):
    """Any two small objects merged"""
    a, b = fill(candidate, left), fill(candidate, right)
    a.merge(b)
    agrees(a, left + right)


@pytest.mark.points(2)
@pytest.mark.hint("Numbers of large size and small spread: update the mean and the sum of squared "
                  "distances, not the sum of squares (rule 4).")
@pytest.mark.parametrize("offset", [1e6, -1e8, 3e7])
def test_random_far_from_zero(candidate, fill, agrees, offset):
    """Forty numbers far from zero"""
    import numpy as np

    xs = (offset + np.random.default_rng(5).normal(0, 3, 40)).tolist()
    agrees(fill(candidate, xs), xs)


@pytest.mark.points(2)
@pytest.mark.hint("Merging far from zero: use the difference of the means, not sums of squares (rule 4).")
def test_random_merge_far_from_zero(candidate, fill, agrees):
    """Parts of unequal size merged, far from zero"""
    import numpy as np

    rng = np.random.default_rng(6)
    parts = [(1e8 + shift + rng.normal(0, 2, size)).tolist() for size, shift in
             ((3, 0), (25, 5), (1, -9), (12, 2))]
    whole = fill(candidate, parts[0])
    for part in parts[1:]:
        whole.merge(fill(candidate, part))
    agrees(whole, [x for part in parts for x in part])


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.hint("The order of the numbers changes neither mean nor variance.")
def test_relation_order(candidate, fill, both):
    """The numbers in another order"""
    xs = [3.5, -2.0, 100.25, 8.0, 8.0, -41.75, 0.0]
    expected = [x.value for x in both(fill(candidate, xs))]
    assert fill(candidate, sorted(xs)).mean() == close(expected[0])
    assert fill(candidate, sorted(xs)[::-1]).var() == close(expected[1])


@pytest.mark.hint("Adding a constant to all numbers moves the mean, and leaves the variance.")
def test_relation_moved(candidate, fill):
    """All numbers moved"""
    xs = [1.5, 2.25, -7.0, 12.0, 0.5]
    plain, moved = fill(candidate, xs), fill(candidate, [x + 2.0**26 for x in xs])
    assert moved.mean() == close(float(plain.mean()) + 2.0**26)
    assert moved.var() == close(plain.var().value)


@pytest.mark.hint("Right to a millionth of their size: small numbers too, without a small constant added.")
def test_relation_scaled(candidate, fill):
    """All numbers scaled down"""
    xs = [1.5, 2.25, -7.0, 12.0, 0.5]
    plain, tiny = fill(candidate, xs), fill(candidate, [x / 2**24 for x in xs])
    assert tiny.mean() == close(float(plain.mean()) / 2**24, atol=0)
    assert tiny.var() == close(float(plain.var()) / 2**48, atol=0)


@pytest.mark.hint("a.merge(b) and b.merge(a) know the same numbers.")
def test_relation_merge_either_way(candidate, fill):
    """Merged either way, and in any grouping"""
    parts = [[1.0, 2.0, 30.0], [7.5], [-4.0, -4.0, 0.25, 9.0]]
    a, b, c = (fill(candidate, part) for part in parts)
    a.merge(b)
    a.merge(c)
    d, e, f = (fill(candidate, part) for part in parts)
    f.merge(e)
    f.merge(d)
    assert f.mean() == close(a.mean().value)
    assert f.var() == close(a.var().value)


# ---------------------------------------------------------------- edge cases


@pytest.mark.hint("One number has the variance 0.0, not an error and not NaN (rule 1).")
@pytest.mark.parametrize("x", [0, -3.5, 10**9])
def test_edge_one_number(candidate, fill, x):
    """A single number"""
    one = fill(candidate, [x])
    assert one.mean() == close(float(x))
    assert one.var() == close(0.0)


@pytest.mark.hint("Two numbers show whether it is n or n - 1 (rule 1).")
def test_edge_two_numbers(candidate, fill):
    """Two numbers"""
    two = fill(candidate, [-1, 2])
    assert two.mean() == close(0.5)
    assert two.var() == close(2.25)


@pytest.mark.hint("Equal numbers have the variance 0, however large they are (rule 4).")
def test_edge_equal_numbers(candidate, fill):
    """The same number again and again"""
    same = fill(candidate, [1e9 + 0.1] * 40)
    assert same.mean() == close(1e9 + 0.1)
    assert same.var() == close(0.0)
    same.merge(fill(candidate, [1e9 + 0.1] * 7))
    assert same.var() == close(0.0)


@pytest.mark.hint("Nothing seen: mean and var both raise ValueError (rule 6).")
def test_edge_nothing_seen(candidate):
    """Mean and variance of nothing are errors"""
    empty = candidate.StreamingMoments()
    with pytest.raises(ValueError):
        empty.mean()
    with pytest.raises(ValueError):
        empty.var()


@pytest.mark.hint("Two empty objects merged are empty: no division by zero before it is asked for.")
def test_edge_two_empty(candidate, agrees):
    """Two empty objects merged"""
    a, b = candidate.StreamingMoments(), candidate.StreamingMoments()
    a.merge(b)
    with pytest.raises(ValueError):
        a.mean()
    with pytest.raises(ValueError):
        a.var()
    a.push(4)
    agrees(a, [4])


@pytest.mark.hint("Either side of a merge may be empty (rule 2).")
def test_edge_one_empty(candidate, fill, agrees):
    """An empty object merged, and merged into"""
    xs = [2.0, 4.0, 9.0]
    a = fill(candidate, xs)
    a.merge(candidate.StreamingMoments())
    agrees(a, xs)
    b = candidate.StreamingMoments()
    b.merge(a)
    agrees(b, xs)


@pytest.mark.points(2)
@pytest.mark.hint("a.merge(b) changes a and leaves b; later they know nothing of each other (rule 2).")
@pytest.mark.parametrize("start", [[], [5.0, 6.0]])
def test_edge_after_a_merge(candidate, fill, agrees, start):
    """After a merge the two are independent"""
    a, b = fill(candidate, start), fill(candidate, [1.0, 2.0, 6.0])
    a.merge(b)
    agrees(b, [1.0, 2.0, 6.0])
    b.push(100.0)
    agrees(a, [*start, 1.0, 2.0, 6.0])
    a.push(-50.0)
    agrees(b, [1.0, 2.0, 6.0, 100.0])
    agrees(a, [*start, 1.0, 2.0, 6.0, -50.0])


@pytest.mark.hint("Merged with itself an object has every number twice: read the other before changing "
                  "yourself (rule 3).")
def test_edge_with_itself(candidate, fill, agrees):
    """Merged with itself, twice"""
    a = fill(candidate, [1.0, 2.0, 12.0])
    a.merge(a)
    agrees(a, [1.0, 2.0, 12.0] * 2)
    a.push(30.0)
    agrees(a, [1.0, 2.0, 12.0] * 2 + [30.0])
    a.merge(a)
    a.push(-8.0)
    agrees(a, ([1.0, 2.0, 12.0] * 2 + [30.0]) * 2 + [-8.0])


@pytest.mark.points(2)
@pytest.mark.hint("Objects merged into each other soon stand for millions of millions of numbers: hold "
                  "how many, not which (rule 5).")
@pytest.mark.limits(memory_bytes=268_435_456)
def test_edge_very_many_numbers(candidate, reference, fill, both):
    """Merged into each other forty times"""
    pairs = []
    for module in (candidate, reference):
        a, b = fill(module, [1.0, 4.0]), fill(module, [10.0])
        for _ in range(20):
            a.merge(b)
            b.merge(a)
        pairs.append(both(a) + both(b))
    for own, expected in zip(*pairs, strict=True):
        assert own == close(expected)


@pytest.mark.hint("push of NaN or an infinity raises ValueError and leaves the object as it was (rule 6).")
@pytest.mark.parametrize("bad", [float("nan"), float("inf"), float("-inf")])
def test_edge_not_finite(candidate, fill, agrees, bad):
    """NaN and infinities are errors that leave no trace"""
    a = fill(candidate, [1.0, 5.0])
    with pytest.raises(ValueError):
        a.push(bad)
    agrees(a, [1.0, 5.0])
    a.push(6.0)
    agrees(a, [1.0, 5.0, 6.0])


@pytest.mark.hint("Asking changes nothing, and the stream goes on afterwards (rule 7).")
def test_edge_asked_in_between(candidate, agrees):
    """Asked after each push"""
    a, seen = candidate.StreamingMoments(), []
    for x in (3.0, -1.0, 4.0, 4.0, 120.0, 0.0):
        a.push(x)
        seen.append(x)
        agrees(a, seen)
        agrees(a, seen)


@pytest.mark.hint("Integers are numbers too, negative and zero as well: nothing is cut off or skipped.")
def test_edge_integers(candidate, fill, agrees):
    """Integers, zero and negative numbers"""
    for xs in ([1, 2], [0, 0, 1], [-7, -7, -8], [0, 0.0], [5, 0, -5, 1]):
        agrees(fill(candidate, xs), xs)


@pytest.mark.hint("What an object has seen belongs to it, not to the class.")
def test_edge_two_objects(candidate, agrees):
    """Two objects side by side"""
    a, b = candidate.StreamingMoments(), candidate.StreamingMoments()
    a.push(1.0)
    b.push(5.0)
    a.push(2.0)
    b.push(5.5)
    agrees(a, [1.0, 2.0])
    agrees(b, [5.0, 5.5])


@pytest.mark.hint("A small object merged into a large one, or the other way, keeps its own weight.")
def test_edge_unequal_sizes(candidate, fill, agrees):
    """One number merged with fifty"""
    many = [float(i % 7) for i in range(50)]
    a, b = fill(candidate, many), fill(candidate, [1000.0])
    b.merge(a)
    a.merge(fill(candidate, [1000.0]))
    agrees(a, [*many, 1000.0])
    agrees(b, [*many, 1000.0])


@pytest.mark.points(2)
@pytest.mark.hint("A merge brings new numbers, as a push does: what was worked out before is out of date (rule 2).")
def test_edge_asked_around_a_merge(candidate, fill, agrees):
    """Asked before a merge and after it"""
    a, b = fill(candidate, [1.0, 5.0]), fill(candidate, [30.0])
    agrees(a, [1.0, 5.0])
    a.merge(b)
    agrees(a, [1.0, 5.0, 30.0])


@pytest.mark.hint("Numbers that do not move the mean count all the same (rule 2).")
def test_edge_merge_at_the_mean(candidate, fill, agrees):
    """A merge that does not move the mean"""
    a = fill(candidate, [1.0, 3.0])
    a.merge(fill(candidate, [2.0]))
    agrees(a, [1.0, 3.0, 2.0])
    a = fill(candidate, [])
    a.merge(fill(candidate, [0.0]))
    agrees(a, [0.0])


@pytest.mark.hint("After thousands of numbers the next one counts by the same formula.")
def test_edge_pushed_after_thousands(candidate, fill, agrees):
    """Numbers pushed after two thousand others"""
    a, numbers = fill(candidate, [0.0, 1.0]), [0.0, 1.0]
    for _ in range(10):
        a.merge(a)
        numbers = numbers * 2
    for x in [9.0, -9.0] * 10:
        a.push(x)
        numbers.append(x)
    agrees(a, numbers)


@pytest.mark.points(2)
@pytest.mark.hint("How many is a whole number without bounds: products of two counts overflow 64 bits (rule 5).")
def test_edge_two_of_very_many(candidate, fill):
    """Two objects of four thousand million numbers each"""
    a, b = fill(candidate, [1.0]), fill(candidate, [2.0])
    for _ in range(32):
        a.merge(a)
        b.merge(b)
    a.merge(b)
    assert a.mean() == close(1.5)
    assert a.var() == close(0.25)


@pytest.mark.hint("Means that are close are not equal, and what is far away counts though it is one of very many (rules 2 "
                  "and 4).")
def test_edge_merge_of_little(candidate, fill, agrees):
    """Merges that change little beside what is there"""
    for x, y in ((1e9, 1e9 + 0.5), (1e-10, 3e-10)):
        a = fill(candidate, [x])
        a.merge(fill(candidate, [y]))
        assert a.var() == close(((y - x) / 2) ** 2, atol=0)
    b = fill(candidate, [1.0, 3.0])
    for _ in range(30):
        b.merge(b)
    b.merge(fill(candidate, [100_000.0]))
    n = 2**31
    assert b.mean() == close((2.0 * n + 100_000.0) / (n + 1))
    assert b.var() == close((n + 99_998.0**2 * n / (n + 1)) / (n + 1))
