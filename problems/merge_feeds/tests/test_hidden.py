"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

feeds_of_posts = st.lists(
    st.lists(st.tuples(st.integers(-2, 2), st.integers(0, 5)), max_size=5).map(
        lambda feed: sorted(feed, key=lambda post: (-post[0], post[1]))
    ),
    max_size=4,
)

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Compare with one long sorted list on small random feeds.")
@pytest.mark.parametrize("k", [1, 7, 25, 60])
def test_random(candidate, reference, draw, k):
    """Random feeds with few repeated posts"""
    feeds = draw(k, 8, 12, 10**6, 1000)
    assert candidate.merge_feeds(feeds, k) == reference.merge_feeds(feeds, k)


@pytest.mark.points(2)
@pytest.mark.hint("Many posts occur many times: k counts different posts (rules 3 and 4).")
@pytest.mark.parametrize("k", [3, 15, 40])
def test_random_repeated_posts(candidate, reference, draw, k):
    """Random feeds with many repeated posts"""
    feeds = draw(30 + k, 10, 20, 45, 500)
    assert candidate.merge_feeds(feeds, k) == reference.merge_feeds(feeds, k)


@pytest.mark.points(2)
@pytest.mark.hint("Few different scores: the smaller id of all feeds comes first (rule 1).")
@pytest.mark.parametrize("k", [5, 50])
def test_random_equal_scores(candidate, reference, draw, k):
    """Random feeds with few different scores"""
    feeds = draw(60 + k, 12, 20, 400, 3)
    assert candidate.merge_feeds(feeds, k) == reference.merge_feeds(feeds, k)


@pytest.mark.points(2)
@pytest.mark.hint("Check empty feeds, repeated posts and equal scores with pencil and paper.")
@given(feeds=feeds_of_posts, k=st.integers(0, 8))
def test_random_small(candidate, reference, feeds, k):
    """Any few short feeds"""
    assert candidate.merge_feeds(feeds, k) == reference.merge_feeds(feeds, k)


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.hint("The order of the feeds does not matter, at equal scores neither.")
def test_relation_order_of_feeds(candidate, draw):
    """The feeds in another order"""
    feeds = draw(3, 9, 15, 60, 6)
    expected = candidate.merge_feeds(feeds, 30)
    assert candidate.merge_feeds(feeds[::-1], 30) == expected.value
    assert candidate.merge_feeds(feeds[4:] + feeds[:4], 30) == expected.value


@pytest.mark.hint("A feed that is given twice changes nothing (rule 3).")
def test_relation_feeds_twice(candidate, draw):
    """Every feed given twice"""
    feeds = draw(4, 6, 12, 1000, 40)
    assert candidate.merge_feeds(feeds + feeds, 20) == candidate.merge_feeds(feeds, 20).value


@pytest.mark.hint("With a smaller k the result is the beginning of the longer one.")
def test_relation_smaller_k(candidate, draw):
    """A smaller k gives the beginning"""
    feeds = draw(5, 7, 12, 50, 10)
    whole = list(candidate.merge_feeds(feeds, 1000).value)
    for k in (1, 2, 5, 17):
        assert candidate.merge_feeds(feeds, k) == whole[:k]


@pytest.mark.hint("Only the order of the scores counts: they may be large, tiny, negative, not whole.")
def test_relation_other_scores(candidate, draw):
    """The scores moved and stretched"""
    feeds = draw(6, 6, 12, 80, 30)
    expected = candidate.merge_feeds(feeds, 25).value
    for scale, shift in ((1 / 1024, 0), (10**12, 7), (0.25, -(10**6))):
        moved = [[(score * scale + shift, post) for score, post in feed] for feed in feeds]
        assert candidate.merge_feeds(moved, 25) == expected


# ---------------------------------------------------------------- edge cases


@pytest.mark.hint("No feeds, and only empty feeds: an empty list (rule 5).")
def test_edge_nothing(candidate):
    """No feeds, and only empty feeds"""
    assert candidate.merge_feeds([], 5) == []
    assert candidate.merge_feeds([[], [], []], 5) == []
    assert candidate.merge_feeds([], 0) == []


@pytest.mark.hint("Empty feeds between others are skipped (rule 5).")
def test_edge_empty_between(candidate):
    """Empty feeds between others"""
    assert candidate.merge_feeds([[], [(1, 5)], [], [(2, 4), (0, 9)], []], 3) == [4, 5, 9]


@pytest.mark.hint("A feed that has been read to its end must not stop the others.")
def test_edge_unequal_lengths(candidate):
    """Feeds of very unequal lengths"""
    feeds = [[(100, 1)], [(50 - i, 10 + i) for i in range(30)], [(99, 2), (0, 3)]]
    assert candidate.merge_feeds(feeds, 8) == [1, 2, 10, 11, 12, 13, 14, 15]
    assert candidate.merge_feeds(feeds, 100) == [1, 2, *range(10, 40), 3]


@pytest.mark.hint("The best score of a post counts, wherever it is met first (rule 3).")
def test_edge_best_score_counts(candidate):
    """The best score is in the last feed"""
    feeds = [[(2, 1), (1, 2)], [(5, 3), (4, 4)], [(9, 2), (3, 1)]]
    assert candidate.merge_feeds(feeds, 4) == [2, 3, 4, 1]


@pytest.mark.hint("A post may be repeated in one feed too (rule 3).")
def test_edge_repeated_in_one_feed(candidate):
    """A post repeated in one feed"""
    feeds = [[(9, 4), (8, 4), (8, 4), (7, 1), (7, 4), (2, 6)]]
    assert candidate.merge_feeds(feeds, 2) == [4, 1]
    assert candidate.merge_feeds(feeds, 5) == [4, 1, 6]


@pytest.mark.hint("Equal post and equal score in two feeds: still one post (rule 3).")
def test_edge_equal_entries(candidate):
    """Equal entries in all feeds"""
    assert candidate.merge_feeds([[(3, 7), (1, 1)], [(3, 7)], [(3, 7), (2, 0)]], 3) == [7, 0, 1]


@pytest.mark.hint("All k places may come from one feed: do not take turns.")
def test_edge_one_feed_wins(candidate):
    """One feed is better than all others"""
    feeds = [[(9, 1), (8, 2), (7, 3), (6, 4)], [(1, 5)], [(2, 6), (1, 7)]]
    assert candidate.merge_feeds(feeds, 5) == [1, 2, 3, 4, 6]


@pytest.mark.hint("Scores may be negative, all of them; and 0 is a score like any other.")
def test_edge_negative_scores(candidate):
    """Negative scores, and zero"""
    assert candidate.merge_feeds([[(-1, 3), (-5, 2)], [(-2, 1)]], 2) == [3, 1]
    assert candidate.merge_feeds([[(0, 3), (-5, 2)], [(0.0, 1), (-0.5, 4)]], 4) == [1, 3, 4, 2]


@pytest.mark.hint("Scores are not whole numbers: 0.75 is better than 0.5.")
def test_edge_fractions(candidate):
    """Scores between 0 and 1"""
    feeds = [[(0.75, 9), (0.25, 1)], [(0.5, 2), (0.125, 0)]]
    assert candidate.merge_feeds(feeds, 4) == [9, 2, 1, 0]


@pytest.mark.hint("Ids may be 0, negative and large, and they are compared as numbers: 9 before 10.")
def test_edge_ids(candidate):
    """Ids of all kinds at one score"""
    feeds = [[(1, -7), (1, 9), (1, 10**15)], [(1, 0), (1, 10), (1, 100)]]
    assert candidate.merge_feeds(feeds, 6) == [-7, 0, 9, 10, 100, 10**15]


@pytest.mark.hint("k = 0 gives nothing, k = 1 the best (rule 5).")
def test_edge_small_k(candidate, draw, reference):
    """k of zero and one"""
    feeds = draw(9, 5, 6, 30, 8)
    assert candidate.merge_feeds(feeds, 0) == []
    assert candidate.merge_feeds(feeds, 1) == reference.merge_feeds(feeds, 1)


@pytest.mark.hint("A negative k must raise ValueError, also where there are no feeds (rule 6).")
@pytest.mark.parametrize("feeds", [[], [[]], [[(3, 1), (2, 2)]]])
def test_edge_negative_k(candidate, feeds):
    """A negative k is an error"""
    for k in (-1, -10):
        with pytest.raises(ValueError):
            candidate.merge_feeds(feeds, k)


@pytest.mark.points(2)
@pytest.mark.hint("k counts different posts, and the same may stand at the head of many feeds, and many times in one: "
                  "nothing is cut before it is counted.")
@pytest.mark.parametrize(
    "feeds",
    [
        [[(5, 1)], [(5, 1)], [(4, 2)]],
        [[(5, 1)]] * 40 + [[(4, 2)]],
        [[(9, 1)] * 30 + [(1, 2)]],
        [[(9, 1)] * 3000 + [(1, 2)]],
        [[(9, 1)] * 300 + [(1, 2)], [(8, 1)] * 300],
    ],
)
def test_edge_hardly_any_different_posts(candidate, feeds):
    """Many times one post, and another at the end"""
    assert candidate.merge_feeds(feeds, 2) == [1, 2]


@pytest.mark.hint("Scores and ids are integers of any size: as floats two of them may be one.")
def test_edge_beyond_floats(candidate):
    """Scores and ids beyond 2⁵³"""
    big = 2**53
    assert candidate.merge_feeds([[(big, 2)], [(big + 1, 3)]], 1) == [3]
    assert candidate.merge_feeds([[(1, big + 1)], [(1, big)]], 2) == [big, big + 1]
    assert candidate.merge_feeds([[(2, 5), (1, -5)]], 2) == [5, -5]


@pytest.mark.hint("The feeds must be as they were when the function returns (rule 7).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    candidate.merge_feeds(draw(2, 5, 8, 20, 9), 10)
    assert candidate.arguments_unchanged, "the feeds were changed by the call"


@pytest.mark.hint("Scores that differ by little differ: no rounding, no 32 bits.")
@pytest.mark.parametrize(("high", "low"), [(16777217, 16777216), (0.1 + 1e-12, 0.1), (-1.0, -1.0 - 1e-12)])
def test_edge_scores_close_together(candidate, high, low):
    """Scores that differ by little"""
    assert candidate.merge_feeds([[(high, 9)], [(low, 1)]], 1) == [9]
