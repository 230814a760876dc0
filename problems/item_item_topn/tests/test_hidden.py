"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.testing import close

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Compute a cosine by hand: common users above, full lengths below (rule 1).")
@pytest.mark.parametrize("n", [1, 3, 50])
def test_random_ratings(candidate, reference, draw, rounded, n):
    """Random ratings of thirty items"""
    ratings = draw(n, 120, range(20), range(30), [1, 2, 3.5, 4, 5])
    assert candidate.item_item_topn(ratings, n) == rounded(reference.item_item_topn(ratings, n))


@pytest.mark.points(2)
@pytest.mark.hint("Users and items are any integers, and most have few ratings.")
@pytest.mark.parametrize("n", [2, 9])
def test_random_gaps(candidate, reference, draw, rounded, n):
    """Users and items with gaps, negative ones too"""
    users, items = range(-500, 90_000, 4001), range(-70, 10_000, 333)
    ratings = draw(20 + n, 90, users, items, [-2.5, -1, 0, 1, 2])
    assert candidate.item_item_topn(ratings, n) == rounded(reference.item_item_topn(ratings, n))


@pytest.mark.points(2)
@pytest.mark.hint("Many cosines are equal: the smaller item first (rule 4).")
@pytest.mark.parametrize("n", [2, 6])
def test_random_ties(candidate, reference, draw, rounded, n):
    """Many equal cosines"""
    ratings = draw(40 + n, 130, range(60), range(100, 116), [1])
    assert candidate.item_item_topn(ratings, n) == rounded(reference.item_item_topn(ratings, n))


@pytest.mark.points(2)
@pytest.mark.hint("Users with hundreds of ratings make many pairs: each pair of each user counts, once (rule 1).")
@pytest.mark.limits(cpu_s=6)
def test_random_large_baskets(candidate, reference, rounded):
    """Three users with most of 250 items"""
    rng = random.Random(60)
    ratings = [(u, i, rng.choice([1, 2, 3.5, 4, 5])) for u in range(3) for i in rng.sample(range(250), 200)]
    assert candidate.item_item_topn(ratings, 10) == rounded(reference.item_item_topn(ratings, 10))


few = st.dictionaries(
    st.tuples(st.integers(0, 2), st.integers(-1, 2)), st.sampled_from([-1, 0, 1, 2]), max_size=8
).map(lambda d: [(u, i, r) for (u, i), r in d.items()])


@pytest.mark.points(2)
@pytest.mark.hint("Compute a cosine by hand: common users above, full lengths below (rule 1).")
@given(ratings=few, n=st.integers(1, 3))
def test_random_small(candidate, reference, rounded, ratings, n):
    """Any few ratings"""
    assert candidate.item_item_topn(ratings, n) == rounded(reference.item_item_topn(ratings, n))


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint("The order of the ratings means nothing.")
def test_relation_order(candidate, draw, rounded):
    """The ratings in another order"""
    ratings = draw(3, 80, range(15), range(12), [1, 2, 3, 4, 5])
    first = candidate.item_item_topn(ratings, 4).value
    assert candidate.item_item_topn(ratings[::-1], 4) == rounded(first)
    assert candidate.item_item_topn(sorted(ratings), 4) == rounded(first)


@pytest.mark.hint("Users are names: other numbers for them change nothing.")
def test_relation_users_renamed(candidate, draw, rounded):
    """The users renamed"""
    ratings = draw(4, 60, range(12), range(10), [1, 2, 3, 4, 5])
    first = candidate.item_item_topn(ratings, 4).value
    renamed = [(10**9 - 77 * u, i, r) for u, i, r in ratings]
    assert candidate.item_item_topn(renamed, 4) == rounded(first)


@pytest.mark.hint(
    "Four times the ratings of one item keeps all cosines; turning its sign turns theirs."
)
def test_relation_scaled(candidate, draw, rounded):
    """The ratings of one item times four"""
    ratings = draw(5, 60, range(12), range(10), [1, 2, 3, 4, 5])
    first = candidate.item_item_topn(ratings, 9).value
    scaled = [(u, i, 4 * r if i == 3 else r) for u, i, r in ratings]
    assert candidate.item_item_topn(scaled, 9) == rounded(first)


@pytest.mark.points(2)
@pytest.mark.hint("The cosine of a with b is that of b with a: fill both lists.")
def test_relation_both_ways(candidate, draw):
    """If a is a neighbour of b, so is b of a, with the same cosine"""
    ratings = draw(6, 70, range(15), range(12), [1, 2, 3, 4, 5])
    found = candidate.item_item_topn(ratings, 50).value
    pairs = {(a, b): cos for a, near in found.items() for cos, b in near}
    assert pairs, "no item has a neighbour"
    for (a, b), cos in pairs.items():
        assert a != b, "an item is its own neighbour"
        assert (b, a) in pairs, "a is a neighbour of b, but b none of a"
        assert abs(cos - pairs[b, a]) < 1e-8, "the cosine of a with b is not that of b with a"


@pytest.mark.hint("The neighbours for n are the beginning of those for n + 1.")
def test_relation_more_neighbours(candidate, draw, rounded):
    """Fewer neighbours: the beginning of the same lists"""
    ratings = draw(7, 70, range(15), range(12), [1, 2, 3, 4, 5])
    everything = candidate.item_item_topn(ratings, 50).value
    for n in (1, 3):
        expected = {item: near[:n] for item, near in everything.items()}
        assert candidate.item_item_topn(ratings, n) == rounded(expected)


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("The lengths go over all users of an item, not only the common ones (rule 1).")
def test_edge_full_lengths(candidate, rounded):
    """An item with many other users"""
    ratings = [(1, 1, 2), (1, 2, 2), (2, 2, 4), (3, 2, 4), (4, 1, 1.5)]
    expected = {1: [(0.266667, 2)], 2: [(0.266667, 1)]}
    assert candidate.item_item_topn(ratings, 3) == rounded(expected)


@pytest.mark.points(2)
@pytest.mark.hint("No mean is taken off: this is the cosine, not the correlation (rule 1).")
def test_edge_not_centred(candidate, rounded):
    """Ratings that are far from 0"""
    ratings = [(1, 1, 5), (2, 1, 4), (1, 2, 4), (2, 2, 5)]
    assert candidate.item_item_topn(ratings, 1) == rounded({1: [(0.97561, 2)], 2: [(0.97561, 1)]})


@pytest.mark.points(2)
@pytest.mark.hint("Neighbours may have a cosine of 0 or below: a common user is enough (rule 3).")
def test_edge_zero_and_negative(candidate, rounded):
    """Cosines of 0 and below"""
    ratings = [(1, 1, 1), (2, 1, 1), (1, 2, 1), (2, 2, -1), (1, 3, -1), (2, 3, -1)]
    expected = {
        1: [(0.0, 2), (-1.0, 3)], 2: [(0.0, 1), (0.0, 3)], 3: [(0.0, 2), (-1.0, 1)],
    }  # fmt: skip
    assert candidate.item_item_topn(ratings, 5) == rounded(expected)


@pytest.mark.points(2)
@pytest.mark.hint(
    "A rating of 0 is a rating: it makes a common user; a length of 0 gives 0.0 (rule 2)."
)
def test_edge_rating_of_zero(candidate, rounded):
    """Ratings of 0"""
    ratings = [(1, 1, 0), (1, 2, 3), (2, 2, 4), (1, 3, 0), (2, 4, 1)]
    expected = {
        1: [(0.0, 2), (0.0, 3)], 2: [(0.8, 4), (0.0, 1), (0.0, 3)], 3: [(0.0, 1), (0.0, 2)],
        4: [(0.8, 2)],
    }  # fmt: skip
    assert candidate.item_item_topn(ratings, 5) == rounded(expected)


@pytest.mark.points(2)
@pytest.mark.hint(
    "Items without a common user are no neighbours; each rated item has a key (rules 3, 5)."
)
def test_edge_no_common_user(candidate, rounded):
    """Items that have no user in common"""
    ratings = [(1, 1, 5), (2, 2, 5), (3, 3, 5), (3, 4, 5)]
    expected = {1: [], 2: [], 3: [(1.0, 4)], 4: [(1.0, 3)]}
    assert candidate.item_item_topn(ratings, 5) == rounded(expected)


@pytest.mark.points(2)
@pytest.mark.hint("At equal rounded cosine the smaller item first, as a number (rule 4).")
def test_edge_ties(candidate, rounded):
    """Equal cosines"""
    ratings = [(1, item, 1) for item in (9, 10, -3, 100, 2)]
    expected = [(1.0, -3), (1.0, 2), (1.0, 9), (1.0, 10), (1.0, 100)]
    for item in (9, 10, -3, 100, 2):
        others = [pair for pair in expected if pair[1] != item]
        assert candidate.item_item_topn(ratings, 9)[item] == rounded(others)
        assert candidate.item_item_topn(ratings, 2)[item] == rounded(others[:2])


@pytest.mark.hint("Round first, then order: what differs beyond six decimals is tied (rule 4).")
def test_edge_ties_by_rounding(candidate, rounded):
    """Cosines that are equal to six decimals"""
    ratings = [(1, 50, 3), (1, 1, 10_000), (2, 1, 3), (1, 2, 10_000), (3, 2, 1), (1, 3, 7)]
    expected = [(1.0, 1), (1.0, 2), (1.0, 3)]
    assert candidate.item_item_topn(ratings, 3)[50] == rounded(expected)
    assert candidate.item_item_topn(ratings, 1)[50] == rounded(expected[:1])
    ratings = [(1, 1, 10_000), (2, 1, 1)] + [(1, item, item) for item in range(20, 60)]
    assert candidate.item_item_topn(ratings, 1)[20] == rounded([(1.0, 1)])


@pytest.mark.hint("Cosines are rounded to six decimals: neither fewer nor none (rule 4).")
def test_edge_six_decimals(candidate, rounded):
    """Six decimals"""
    ratings = [
        (1, 1, 1),
        (2, 1, 1),
        (1, 2, 1),
        (3, 2, 1),
        (4, 2, 1),
        (1, 3, 1),
        (5, 3, 6),
        (5, 4, 1),
    ]
    found = candidate.item_item_topn(ratings, 3)
    assert found[1] == rounded([(0.408248, 2), (0.116248, 3)])
    assert found[4] == rounded([(0.986394, 3)])


@pytest.mark.hint("A rating with a fraction must not be cut, nor be taken as seen or not seen.")
def test_edge_fractions(candidate, rounded):
    """Ratings with fractions"""
    ratings = [(1, 1, 0.5), (2, 1, 1.5), (1, 2, 1.5), (2, 2, 0.5)]
    assert candidate.item_item_topn(ratings, 1) == rounded({1: [(0.6, 2)], 2: [(0.6, 1)]})


@pytest.mark.hint("Users and items are different things, though their numbers may be equal.")
def test_edge_same_numbers(candidate, rounded):
    """Users and items with the same numbers"""
    ratings = [(1, 2, 3), (2, 1, 4), (1, 1, 3), (2, 3, 1)]
    expected = {2: [(0.6, 1)], 1: [(0.8, 3), (0.6, 2)], 3: [(0.8, 1)]}
    assert candidate.item_item_topn(ratings, 3) == rounded(expected)


@pytest.mark.hint("Numbers of users and items may be large: no table can have a place for each.")
def test_edge_large_numbers(candidate, rounded):
    """Users and items with very large numbers"""
    ratings = [(10**12, 10**15, 3), (10**12, -(10**15), 4), (-1, 10**15, 4)]
    expected = {10**15: [(0.6, -(10**15))], -(10**15): [(0.6, 10**15)]}
    assert candidate.item_item_topn(ratings, 3) == rounded(expected)
    ratings = [(1, 2**53 + 1, 1.5), (2, 2**53, 2.0)]
    assert candidate.item_item_topn(ratings, 1) == rounded({2**53 + 1: [], 2**53: []})


@pytest.mark.hint("A cosine is one of directions: ratings may be of any size, also a millionth or billions (rule 1).")
def test_edge_sizes_of_ratings(candidate, rounded):
    """Very small and very large ratings"""
    for unit in (1e-6, 1e-12, 10**9):
        ratings = [(1, 1, 4 * unit), (1, 2, 3), (2, 2, 4)]
        assert candidate.item_item_topn(ratings, 1)[1] == rounded([(0.6, 2)])
    ratings = [(1, 1, 1e-6), (1, 2, 5e-7)]
    assert candidate.item_item_topn(ratings, 1) == rounded({1: [(1.0, 2)], 2: [(1.0, 1)]})


@pytest.mark.hint("min(n, neighbours) neighbours for each item (rule 5).")
def test_edge_n(candidate, rounded):
    """n of one, and n above the number of items"""
    ratings = [(1, 1, 4), (1, 2, 3), (2, 2, 4), (2, 3, 3)]
    everything = {1: [(0.6, 2)], 2: [(0.8, 3), (0.6, 1)], 3: [(0.8, 2)]}
    assert candidate.item_item_topn(ratings, 1000) == rounded(everything)
    assert candidate.item_item_topn(ratings, 2) == rounded(everything)
    assert candidate.item_item_topn(ratings, 1) == rounded(
        {i: near[:1] for i, near in everything.items()}
    )


@pytest.mark.hint(
    "No ratings give an empty dict; one rating an item without neighbours (rules 5, 6)."
)
def test_edge_few_ratings(candidate, rounded):
    """No ratings, and one rating"""
    assert candidate.item_item_topn([], 3) == {}
    assert candidate.item_item_topn([(5, 6, 2.5)], 3) == rounded({6: []})
    assert candidate.item_item_topn([(5, 6, 0)], 3) == rounded({6: []})


@pytest.mark.points(2)
@pytest.mark.hint("n below 1 must raise ValueError, also without ratings (rule 6).")
@pytest.mark.parametrize("n", [0, -1])
def test_edge_n_below_one(candidate, n):
    """n below 1 is an error"""
    for ratings in ([(1, 1, 4), (1, 2, 3)], []):
        with pytest.raises(ValueError):
            candidate.item_item_topn(ratings, n)


@pytest.mark.points(2)
@pytest.mark.hint(
    "The same user and item twice must raise ValueError, whatever the ratings (rule 6)."
)
def test_edge_rated_twice(candidate):
    """The same item rated twice by a user is an error"""
    for twice in (3, 4, 0):
        with pytest.raises(ValueError):
            candidate.item_item_topn([(1, 1, 3), (2, 1, 3), (2, 2, 1), (1, 1, twice)], 2)
    with pytest.raises(ValueError):
        candidate.item_item_topn([(1, 1, 0), (1, 1, 0)], 2)
    with pytest.raises(ValueError):
        candidate.item_item_topn([(1, 1, 3), (2, 1, 3), (1, 2, 2), (3, 4, 1), (3, 1, 2), (3, 4, 5)], 2)
    answer = candidate.item_item_topn([(1, 2, 3), (2, 1, 3)], 2)
    assert answer == close({2: [], 1: []})


@pytest.mark.hint("Of many items at equal cosine the smallest come first, negative ones too: cut by the rule, not before it "
                  "(rule 4).")
def test_edge_many_ties(candidate, rounded):
    """Sixty items at equal cosine, and two negative ones"""
    found = candidate.item_item_topn([(1, item, 1) for item in range(60)], 1)
    assert found[0] == rounded([(1.0, 1)])
    assert found[59] == rounded([(1.0, 0)])
    assert candidate.item_item_topn([(1, item, 1) for item in (-1, -2, 5)], 1)[5] == rounded([(1.0, -2)])


@pytest.mark.hint("A user and an item are a pair, not a number made of both.")
def test_edge_no_pair_is_a_number(candidate, rounded):
    """Pairs that give one number"""
    for unit in (1000, 1_000_003, 2**20, 2**32):
        ratings = [(0, unit, 1.0), (1, 0, 1.0), (-1, 2 * unit, 2.0)]
        assert candidate.item_item_topn(ratings, 1) == rounded({unit: [], 0: [], 2 * unit: []})


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 7).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    candidate.item_item_topn(draw(8, 40, range(10), range(10), [1, 2, 3]), 3)
    assert candidate.arguments_unchanged, "the ratings were changed by the call: sorted in place?"
