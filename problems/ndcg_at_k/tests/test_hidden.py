"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

from math import inf, log2, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import close, number

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Compute a ranking of three items by hand: gains, discounts, ideal.")
@pytest.mark.parametrize("k", [1, 4, 15, 40])
def test_random_items(candidate, reference, draw, k):
    """Random items, all scores different"""
    for seed in (k, k + 1):
        rel, scores = draw(seed, 40, 4)
        assert candidate.ndcg_at_k(rel, scores, k) == close(reference.ndcg_at_k(rel, scores, k))


@pytest.mark.points(2)
@pytest.mark.hint(
    "Many equal scores: the order of the indices must be kept. Sorting pairs, turning a sorted "
    "list round, and numpy's default sort do not keep it."
)
@pytest.mark.parametrize(("n", "levels", "k"), [(12, 3, 5), (300, 4, 20), (250, 2, 249)])
def test_random_ties(candidate, reference, draw, n, levels, k):
    """Many items with equal scores"""
    rel, scores = draw(n, n, 5, levels)
    assert candidate.ndcg_at_k(rel, scores, k) == close(reference.ndcg_at_k(rel, scores, k))


items = st.lists(st.tuples(st.integers(0, 3), st.integers(-2, 2)), max_size=6)


@pytest.mark.points(2)
@pytest.mark.hint("Compute a ranking of three items by hand: gains, discounts, ideal.")
@given(items=items, k=st.integers(1, 7))
def test_random_small(candidate, reference, items, k):
    """Any few items"""
    rel, scores = [r for r, _ in items], [float(s) for _, s in items]
    assert candidate.ndcg_at_k(rel, scores, k) == close(reference.ndcg_at_k(rel, scores, k))


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint("Only the order of the scores counts, not their values.")
def test_relation_only_the_order_counts(candidate, draw):
    """Other scores in the same order"""
    rel, scores = draw(3, 25, 4, 9)
    first = number(candidate.ndcg_at_k(rel, scores, 10))
    for change in (lambda s: 8 * s - 100, lambda s: s**3, lambda s: 2.0**s / 1024):
        changed = [change(s) for s in scores]
        assert candidate.ndcg_at_k(rel, changed, 10) == close(first), (
            "scores changed, not their order"
        )


@pytest.mark.hint("Items with different scores may come in any order.")
def test_relation_order_of_items(candidate, draw):
    """The items in another order"""
    rel, scores = draw(4, 30, 4)
    first = number(candidate.ndcg_at_k(rel, scores, 7))
    assert candidate.ndcg_at_k(rel[::-1], scores[::-1], 7) == close(first)
    assert candidate.ndcg_at_k(rel[9:] + rel[:9], scores[9:] + scores[:9], 7) == close(first)


@pytest.mark.points(2)
@pytest.mark.hint("A ranking by relevance is ideal: 1 for every k.")
@settings(max_examples=15)
@given(rel=st.lists(st.integers(0, 5), min_size=1, max_size=8), k=st.integers(1, 9))
def test_relation_ideal(candidate, rel, k):
    """A ranking by relevance has 1"""
    rel = [*rel, 1]
    assert candidate.ndcg_at_k(rel, [r / 2 for r in rel], k) == close(1.0)


@pytest.mark.hint("Items that are not relevant and ranked last change nothing.")
def test_relation_irrelevant_at_the_end(candidate, draw):
    """Irrelevant items at the end change nothing"""
    rel, scores = draw(5, 20, 4)
    first = number(candidate.ndcg_at_k(rel, scores, 12))
    assert candidate.ndcg_at_k(rel + [0] * 9, scores + [-99.0] * 9, 12) == close(first)


@pytest.mark.hint(
    "A relevant item below place k makes the ideal better, and so the result smaller."
)
def test_relation_missed(candidate, draw):
    """A relevant item below place k makes it worse"""
    rel, scores = draw(6, 20, 3)
    before = number(candidate.ndcg_at_k(rel, scores, 5))
    after = number(candidate.ndcg_at_k([*rel, 4], [*scores, -99.0], 5))
    assert 0 < after < before, "a relevant item that the ranking misses does not count"


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("The gain is 2^rel - 1, not rel and not 2^rel (rule 2).")
def test_edge_gain(candidate):
    """Relevances of 0, 1, 3 and 6"""
    ideal = 63 + 7 / log2(3) + 1 / 2
    assert candidate.ndcg_at_k([3, 6, 0, 1], [4, 3, 2, 1], 1) == close(7 / 63)
    expected = (7 + 63 / log2(3)) / ideal
    assert candidate.ndcg_at_k([3, 6, 0, 1], [4, 3, 2, 1], 3) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint(
    "The discounts are log2(2), log2(3), log2(4), …: the second place is discounted too."
)
def test_edge_discounts(candidate):
    """One relevant item, at each of the places"""
    for place in range(6):
        rel = [int(i == place) for i in range(6)]
        expected = 1 / log2(place + 2)
        assert candidate.ndcg_at_k(rel, [6.0, 5.0, 4.0, 3.0, 2.0, 1.0], 6) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("Exactly k places count: the item at place k + 1 does not.")
def test_edge_cut(candidate):
    """The relevant item just inside and just outside"""
    rel, scores = [0, 0, 2, 0], [9.0, 8.0, 7.0, 6.0]
    assert candidate.ndcg_at_k(rel, scores, 3) == close(0.5)
    assert candidate.ndcg_at_k(rel, scores, 2) == close(0.0)


@pytest.mark.points(2)
@pytest.mark.hint("The ideal ranking is cut after k places as well (rule 3).")
def test_edge_ideal_is_cut(candidate):
    """More relevant items than places"""
    assert candidate.ndcg_at_k([1, 1, 1, 1, 1], [5, 4, 3, 2, 1], 2) == close(1.0)
    assert candidate.ndcg_at_k([1, 2, 1, 1, 2], [5, 4, 3, 2, 1], 1) == close(1 / 3)


@pytest.mark.points(2)
@pytest.mark.hint("The ideal ranking is made of all items, also those ranked below k (rule 3).")
def test_edge_ideal_of_all(candidate):
    """The most relevant item is ranked last"""
    assert candidate.ndcg_at_k([1, 1, 4], [3.0, 2.0, 1.0], 2) == close(
        (1 + 1 / log2(3)) / (15 + 1 / log2(3))
    )
    assert candidate.ndcg_at_k([0, 0, 1], [3.0, 2.0, 1.0], 2) == close(0.0)


@pytest.mark.points(2)
@pytest.mark.hint(
    "Equal scores: by index alone, neither the more nor the less relevant first (rule 1)."
)
def test_edge_ties(candidate):
    """Equal scores, with the relevant item first and last"""
    assert candidate.ndcg_at_k([2, 0, 1], [1.0, 1.0, 1.0], 1) == close(1.0)
    assert candidate.ndcg_at_k([0, 1, 2], [1.0, 1.0, 1.0], 1) == close(0.0)
    assert candidate.ndcg_at_k([0, 1, 2], [1.0, 1.0, 1.0], 2) == close(
        (1 / log2(3)) / (3 + 1 / log2(3))
    )
    assert candidate.ndcg_at_k([5, 1, 0, 1], [0.0, 2.0, 2.0, 2.0], 2) == close(
        1 / (31 + 1 / log2(3))
    )


@pytest.mark.hint("0.0 and -0.0 are equal scores.")
def test_edge_negative_zero(candidate):
    """0.0 and -0.0 are tied"""
    assert candidate.ndcg_at_k([0, 1], [-0.0, 0.0], 1) == close(0.0)
    assert candidate.ndcg_at_k([1, 0], [-0.0, 0.0], 1) == close(1.0)


@pytest.mark.hint("Scores may be negative; the highest is first, not the largest in size.")
def test_edge_negative_scores(candidate):
    """Negative scores"""
    assert candidate.ndcg_at_k([2, 0, 1], [-1.0, -5.0, -3.0], 3) == close(1.0)
    assert candidate.ndcg_at_k([0, 1], [-9.0, 0.5], 1) == close(1.0)


@pytest.mark.hint("Infinite scores are the highest and the lowest, and tied among themselves.")
def test_edge_infinite_scores(candidate):
    """Infinite scores"""
    assert candidate.ndcg_at_k([0, 1, 2], [-inf, 0.0, inf], 2) == close(1.0)
    assert candidate.ndcg_at_k([0, 1], [1e308, inf], 1) == close(1.0)
    assert candidate.ndcg_at_k([0, 1], [-inf, -1e308], 1) == close(1.0)
    assert candidate.ndcg_at_k([0, 1], [1e12, 2e12], 1) == close(1.0)
    assert candidate.ndcg_at_k([0, 1, 3, 0], [inf, inf, -inf, -inf], 2) == close(
        (1 / log2(3)) / (7 + 1 / log2(3))
    )


@pytest.mark.hint("Scores that differ in the last places are not equal: do not round, do not cut.")
def test_edge_scores_close_together(candidate):
    """Scores that differ by very little"""
    assert candidate.ndcg_at_k([0, 1], [0.5, 0.5 + 1e-12], 1) == close(1.0)
    assert candidate.ndcg_at_k([0, 1], [0.25, 0.75], 1) == close(1.0)
    assert candidate.ndcg_at_k([0, 1], [16777216.0, 16777217.0], 1) == close(1.0)


@pytest.mark.hint("2^40 - 1 is too large for 32 bits.")
def test_edge_large_relevance(candidate):
    """Relevance of 40"""
    expected = (1 + (2**40 - 1) / log2(3)) / (2**40 - 1 + 1 / log2(3))
    assert candidate.ndcg_at_k([1, 40], [2.0, 1.0], 2) == close(expected)
    assert candidate.ndcg_at_k([31, 32, 40], [3.0, 2.0, 1.0], 1) == close((2**31 - 1) / (2**40 - 1))


@pytest.mark.points(2)
@pytest.mark.hint("An ideal of 0 gives 0.0, neither an error nor NaN nor 1 (rule 4).")
def test_edge_nothing_relevant(candidate):
    """Nothing is relevant, or there are no items"""
    for rel, scores, k in (
        ([0, 0, 0], [1.0, 2.0, 3.0], 2),
        ([0], [0.0], 1),
        ([], [], 1),
        ([], [], 9),
    ):
        assert candidate.ndcg_at_k(rel, scores, k) == close(0.0)


@pytest.mark.hint("One item: 1 if it is relevant.")
def test_edge_one_item(candidate):
    """One item"""
    assert candidate.ndcg_at_k([3], [-2.5], 1) == close(1.0)
    assert candidate.ndcg_at_k([1], [0.0], 50) == close(1.0)


@pytest.mark.hint("min(k, n) places: a k above n is no error, and pads nothing (rule 5).")
def test_edge_k_far_above_n(candidate):
    """k far above the number of items"""
    expected = (1 + 7 / log2(3)) / (7 + 1 / log2(3))
    for k in (2, 3, 1000):
        assert candidate.ndcg_at_k([1, 3], [2.0, 1.0], k) == close(expected)


@pytest.mark.hint("k below 1 must raise ValueError, also without items (rule 6).")
@pytest.mark.parametrize("k", [0, -1])
def test_edge_k_below_one(candidate, k):
    """k below 1 is an error"""
    for rel, scores in (([1, 0], [0.5, 0.1]), ([0, 0], [0.5, 0.1]), ([], [])):
        with pytest.raises(ValueError):
            candidate.ndcg_at_k(rel, scores, k)


@pytest.mark.hint("Lists of different length must raise ValueError, whichever is longer (rule 6).")
def test_edge_lengths(candidate):
    """Lists of different length are an error"""
    for rel, scores in (([1, 0, 2], [0.5, 0.1]), ([1, 0], [0.5, 0.1, 0.2]), ([], [0.5]), ([1], [])):
        with pytest.raises(ValueError):
            candidate.ndcg_at_k(rel, scores, 1)


@pytest.mark.hint("A negative relevance must raise ValueError, wherever it stands (rule 6).")
def test_edge_negative_relevance(candidate):
    """A negative relevance is an error"""
    for rel in ([-1, 2, 3], [3, 2, -1], [0, -2, 0]):
        with pytest.raises(ValueError):
            candidate.ndcg_at_k(rel, [3.0, 2.0, 1.0], 2)


@pytest.mark.hint("A score that is NaN must raise ValueError, wherever it stands (rule 6).")
def test_edge_nan_score(candidate):
    """A score that is NaN is an error"""
    for scores in ([nan, 0.5, 0.1], [0.5, 0.1, nan], [nan, nan, nan]):
        with pytest.raises(ValueError):
            candidate.ndcg_at_k([1, 2, 0], scores, 1)
    with pytest.raises(ValueError):
        candidate.ndcg_at_k([0, 0], [0.5, nan], 2)


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 7).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    rel, scores = draw(8, 20, 4)
    candidate.ndcg_at_k(rel, scores, 5)
    assert candidate.arguments_unchanged, "the arguments were changed by the call: sorted in place?"
