"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.testing import close, integer, items, number


def winners(answer):
    return [integer(items(pair, 2)[0]) for pair in answer]


def prices(answer):
    return [number(items(pair, 2)[1]) for pair in answer]


# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Rank by score, then compute each price from the next in the ranking.")
@pytest.mark.parametrize("slots", [1, 4, 29, 30, 45])
def test_random(candidate, reference, draw, slots):
    """Random bids and rates"""
    bids, ctr = draw(slots, 30, 10**6, 5)
    expected = reference.second_price_auction(bids, ctr, slots)
    assert candidate.second_price_auction(bids, ctr, slots) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("Many equal scores: the smaller index comes first (rule 1). numpy's default sort and "
                  "partition do not keep that order.")
@pytest.mark.parametrize("slots", [3, 40, 250])
def test_random_equal_scores(candidate, reference, draw, slots):
    """Many equal scores"""
    bids, ctr = draw(50 + slots, 300, 6, 3)
    expected = reference.second_price_auction(bids, ctr, slots)
    assert candidate.second_price_auction(bids, ctr, slots) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("Try one advertiser, bids of 0, and more slots than advertisers.")
@given(
    pairs=st.lists(st.tuples(st.integers(0, 6), st.sampled_from([1.0, 0.5, 0.25])), max_size=6),
    slots=st.integers(0, 7),
)
def test_random_small(candidate, reference, pairs, slots):
    """Any few advertisers"""
    bids, ctr = [float(b) for b, _ in pairs], [c for _, c in pairs]
    expected = reference.second_price_auction(bids, ctr, slots)
    assert candidate.second_price_auction(bids, ctr, slots) == close(expected)


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.hint("Nobody pays more than the own bid, nor less than nothing.")
def test_relation_not_above_the_bid(candidate, draw):
    """No price is above the bid"""
    bids, ctr = draw(5, 40, 500, 4)
    answer = candidate.second_price_auction(bids, ctr, 40)
    for i, price in zip(winners(answer), prices(answer), strict=True):
        assert 0 <= price <= bids[i] * (1 + 1e-9), f"price {price}, though the bid is {bids[i]}"


@pytest.mark.points(2)
@pytest.mark.hint("A winner's own bid decides the place, not the price: bidding more in the same place "
                  "costs nothing.")
def test_relation_own_bid(candidate):
    """Raising the winner's bid changes nothing"""
    low = candidate.second_price_auction([8.0, 6.0, 3.0], [0.5, 0.5, 0.5], 2)
    high = candidate.second_price_auction([80.0, 6.0, 3.0], [0.5, 0.5, 0.5], 2)
    assert high == close(low.value)


@pytest.mark.hint("Who comes after the first loser has no influence.")
def test_relation_far_losers(candidate, draw):
    """Bids far down the ranking change nothing"""
    bids, ctr = draw(6, 30, 10**5, 3)
    order = sorted(range(30), key=lambda i: -bids[i] * ctr[i])
    lowered = list(bids)
    for i in order[8:]:
        lowered[i] = bids[i] / 2
    expected = candidate.second_price_auction(bids, ctr, 7)
    assert candidate.second_price_auction(lowered, ctr, 7) == close(expected.value)


@pytest.mark.hint("With twice the bids, the prices double.")
def test_relation_bids_doubled(candidate, draw):
    """All bids doubled"""
    bids, ctr = draw(7, 25, 1000, 4)
    once = candidate.second_price_auction(bids, ctr, 10)
    twice = candidate.second_price_auction([2 * b for b in bids], ctr, 10)
    assert winners(twice) == winners(once), "the winners changed though all bids were doubled"
    assert prices(twice) == pytest.approx([2 * p for p in prices(once)], rel=1e-6), "prices did not double"


@pytest.mark.hint("Only the ratios of the rates count: all of them halved, nothing changes.")
def test_relation_rates_halved(candidate, draw):
    """All rates halved"""
    bids, ctr = draw(8, 25, 1000, 4)
    once = candidate.second_price_auction(bids, ctr, 10)
    assert candidate.second_price_auction(bids, [c / 2 for c in ctr], 10) == close(once.value)


@pytest.mark.hint("More slots change nothing for those who had one.")
def test_relation_fewer_slots(candidate, draw):
    """Fewer slots give the beginning"""
    bids, ctr = draw(9, 20, 50, 3)
    whole = candidate.second_price_auction(bids, ctr, 20).value
    for slots in (0, 1, 2, 11, 19):
        assert candidate.second_price_auction(bids, ctr, slots) == close(list(whole[:slots]))


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("The last slot is paid by the first loser's score: it is not free (rule 4).")
def test_edge_first_loser(candidate):
    """The first loser sets the last price"""
    answer = candidate.second_price_auction([8.0, 4.0, 2.0], [0.5, 0.5, 0.5], 2)
    assert answer == close([(0, 4.0), (1, 2.0)])


@pytest.mark.hint("The price is the next score divided by the own rate, not by the next one's (rule 3).")
def test_edge_unequal_rates(candidate):
    """Very unequal rates"""
    answer = candidate.second_price_auction([1.0, 16.0, 2.0], [1.0, 0.03125, 0.125], 3)
    assert answer == close([(0, 0.5), (1, 8.0), (2, 0.0)])


@pytest.mark.hint("At equal scores the smaller index wins, and pays its own bid (rules 1 and 3).")
def test_edge_equal_scores(candidate):
    """All scores equal"""
    bids, ctr = [1.0, 4.0, 2.0, 8.0], [0.5, 0.125, 0.25, 0.0625]
    assert candidate.second_price_auction(bids, ctr, 3) == close([(0, 1.0), (1, 4.0), (2, 2.0)])


@pytest.mark.hint("A single advertiser pays 0 (rule 4).")
def test_edge_one_advertiser(candidate):
    """A single advertiser"""
    assert candidate.second_price_auction([7.0], [0.5], 1) == close([(0, 0.0)])
    assert candidate.second_price_auction([7.0], [0.5], 0) == []


@pytest.mark.hint("As many slots as advertisers: only the last is free.")
def test_edge_slots_for_all(candidate):
    """As many slots as advertisers"""
    answer = candidate.second_price_auction([1.0, 2.0, 3.0], [0.5, 0.5, 0.5], 3)
    assert answer == close([(2, 2.0), (1, 1.0), (0, 0.0)])


@pytest.mark.hint("Nobody to sell to, or nothing to sell: an empty list (rule 5).")
def test_edge_nothing(candidate):
    """No advertisers, or no slots"""
    assert candidate.second_price_auction([], [], 3) == []
    assert candidate.second_price_auction([], [], 0) == []
    assert candidate.second_price_auction([1.0, 2.0], [0.5, 0.5], 0) == []


@pytest.mark.hint("Bids of 0 take part: they get slots that are left (rule 5).")
def test_edge_bids_of_zero(candidate):
    """Bids of 0 get what is left"""
    answer = candidate.second_price_auction([0.0, 0.0, 3.0, 0.0], [0.25, 0.5, 0.5, 1.0], 3)
    assert answer == close([(2, 0.0), (0, 0.0), (1, 0.0)])


@pytest.mark.hint("Bids may be integers: the prices are not.")
def test_edge_integers(candidate):
    """Integer bids and rates"""
    assert candidate.second_price_auction([3, 5, 1], [1, 1, 2], 2) == close([(1, 3.0), (0, 2.0)])
    assert candidate.second_price_auction([3, 5, 1], [2, 1, 4], 2) == close([(0, 2.5), (1, 4.0)])


@pytest.mark.hint("The price is divided by the own rate as it is, however small (rule 3).")
def test_edge_small_rates(candidate):
    """Rates of a ten-millionth"""
    assert candidate.second_price_auction([1.0, 2.0], [1e-7, 2e-7], 1) == close([(1, 0.5)])


@pytest.mark.hint("Prices are neither rounded to cents nor cut off.")
def test_edge_small_prices(candidate):
    """Prices of a fraction of a cent"""
    bids, ctr = [0.0078125, 0.00390625, 0.001953125], [0.5, 0.5, 0.5]
    answer = candidate.second_price_auction(bids, ctr, 2)
    assert answer == close([(0, 0.00390625), (1, 0.001953125)])


@pytest.mark.hint("bids and ctr of different length must raise ValueError (rule 6).")
def test_edge_lengths(candidate):
    """Bids and rates of different length are an error"""
    for bids, ctr in (([1.0, 2.0], [0.5]), ([1.0], [0.5, 0.25]), ([], [0.5]), ([1.0], [])):
        with pytest.raises(ValueError):
            candidate.second_price_auction(bids, ctr, 1)


@pytest.mark.hint("Each bid is checked, of losers too: below 0 is a ValueError (rule 6).")
@pytest.mark.parametrize("place", [0, 1, 2])
def test_edge_negative_bid(candidate, place):
    """A negative bid is an error"""
    bids = [3.0, 2.0, 1.0]
    bids[place] = -0.5
    with pytest.raises(ValueError):
        candidate.second_price_auction(bids, [0.5, 0.5, 0.5], 1)


@pytest.mark.hint("Each rate is checked, of losers too: 0 and below is a ValueError (rule 6).")
@pytest.mark.parametrize("bad", [0.0, -0.25])
def test_edge_bad_rate(candidate, bad):
    """A rate that is not above 0 is an error"""
    for place in range(3):
        ctr = [0.5, 0.5, 0.5]
        ctr[place] = bad
        with pytest.raises(ValueError):
            candidate.second_price_auction([3.0, 2.0, 1.0], ctr, 1)


@pytest.mark.hint("slots below 0 must raise ValueError, also without advertisers (rule 6).")
def test_edge_negative_slots(candidate):
    """Slots below 0 are an error"""
    for bids, ctr in (([1.0, 2.0], [0.5, 0.5]), ([], [])):
        with pytest.raises(ValueError):
            candidate.second_price_auction(bids, ctr, -1)


@pytest.mark.points(2)
@pytest.mark.hint("A partition keeps any of the equal scores at the cut, not those with the smallest index (rule 1).")
def test_edge_many_equal_scores(candidate):
    """A thousand advertisers with three scores"""
    bids, rates = [float(i % 3) for i in range(1502)], [0.5] * 1502
    assert candidate.second_price_auction(bids, rates, 2) == [(2, 2.0), (5, 2.0)]
    answer = candidate.second_price_auction(bids, rates, 501)
    assert winners(answer)[-2:] == [1499, 1], "at equal scores the smaller index comes first"


@pytest.mark.points(2)
@pytest.mark.hint("Scores are equal only if they are: by however little one is higher, it comes first (rule 1).")
@pytest.mark.parametrize(("bid", "rate", "share"), [(1.0, 0.5, 1e-6), (1.0, 0.5, 1e-8), (1e-6, 1e-4, 1.0), (1e6, 1.0, 1e-12)])
def test_edge_nearly_equal_scores(candidate, bid, rate, share):
    """Scores that differ by very little"""
    answer = candidate.second_price_auction([bid, bid * (1 + share)], [rate, rate], 2)
    assert winners(answer) == [1, 0]
    assert prices(answer)[0] == pytest.approx(bid)


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 7).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    candidate.second_price_auction(*draw(2, 20, 60, 3), 5)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"


@pytest.mark.hint("A rate only has to be above 0: one above 1 is no error (rule 6).")
def test_edge_rate_above_one(candidate):
    """Rates above 1"""
    assert candidate.second_price_auction([3.0, 4.0], [2.0, 0.5], 1) == close([(0, 1.0)])
