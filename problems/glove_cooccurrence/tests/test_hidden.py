"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.testing import close

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Count a text of five words by hand, position by position.")
@pytest.mark.parametrize("window", [1, 2, 5, 10])
def test_random_text(candidate, reference, draw, window):
    """Random texts of twenty words"""
    tokens = draw(window, 120, 20)
    expected = reference.glove_cooccurrence(tokens, window)
    assert candidate.glove_cooccurrence(tokens, window) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("Few different words: most pairs meet often, and words meet themselves.")
@pytest.mark.parametrize("window", [1, 3, 60])
def test_random_few_words(candidate, reference, draw, window):
    """Random texts of three words"""
    tokens = draw(30 + window, 50, 3)
    expected = reference.glove_cooccurrence(tokens, window)
    assert candidate.glove_cooccurrence(tokens, window) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("Count a text of five words by hand, position by position.")
@given(tokens=st.lists(st.sampled_from("abA"), max_size=7), window=st.integers(1, 8))
def test_random_small(candidate, reference, tokens, window):
    """Any short text"""
    expected = reference.glove_cooccurrence(tokens, window)
    assert candidate.glove_cooccurrence(tokens, window) == close(expected)


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint("The result is symmetric: (a, b) has what (b, a) has.")
def test_relation_symmetric(candidate, draw):
    """Both directions have the same"""
    found = dict(candidate.glove_cooccurrence(draw(3, 60, 12), 3).items())
    assert found, "nothing was counted"
    for (a, b), value in found.items():
        assert (b, a) in found, "(a, b) has an entry, and (b, a) has none"
        assert value == close(found[b, a].value), "(a, b) and (b, a) differ"


@pytest.mark.hint("A text read backwards has the same pairs at the same distances.")
def test_relation_backwards(candidate, draw):
    """The text read backwards"""
    tokens = draw(4, 60, 9)
    first = candidate.glove_cooccurrence(tokens, 4).value
    assert candidate.glove_cooccurrence(tokens[::-1], 4) == close(first)


@pytest.mark.points(2)
@pytest.mark.hint(
    "All entries together: 2 / d for each pair of positions at distance d up to window."
)
def test_relation_total(candidate, draw):
    """What all entries add up to"""
    for n, window in ((40, 3), (12, 12), (7, 50)):
        found = candidate.glove_cooccurrence(draw(n, n, 5), window)
        total = sum(value for _, value in found.items())
        expected = sum(2 * (n - d) / d for d in range(1, min(window, n - 1) + 1))
        assert total == close(expected), "all entries together are too much or too little"


@pytest.mark.hint("Tokens are names: other names give the same counts.")
def test_relation_renamed(candidate, draw):
    """The words renamed"""
    tokens = draw(6, 50, 8)
    first = candidate.glove_cooccurrence(tokens, 3).value
    renamed = candidate.glove_cooccurrence([t[::-1] + "!" for t in tokens], 3)
    assert renamed == close({(a[::-1] + "!", b[::-1] + "!"): v for (a, b), v in first.items()})


@pytest.mark.hint("A text of other words behind it changes nothing that was counted before.")
def test_relation_something_added(candidate, draw):
    """Other words far behind the text"""
    tokens = draw(7, 30, 6)
    first = candidate.glove_cooccurrence(tokens, 2).value
    longer = candidate.glove_cooccurrence([*tokens, "P", "Q", "R", "S"], 2).value
    assert {pair: v for pair, v in longer.items() if pair in first} == pytest.approx(first)


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("Words at distance window still count, those at window + 1 do not (rule 1).")
def test_edge_of_the_window(candidate):
    """Just inside and just outside the window"""
    tokens = ["a", "b", "c", "d", "e"]
    found = candidate.glove_cooccurrence(tokens, 3)
    assert found["a", "d"] == close(1 / 3)
    assert ("a", "e") not in found.keys(), "words farther apart than the window were counted"
    assert ("e", "a") not in found.keys(), "words farther apart than the window were counted"
    assert len(found) == 18
    expected = {("a", "b"): 1.0, ("b", "a"): 1.0, ("b", "c"): 1.0, ("c", "b"): 1.0}
    assert candidate.glove_cooccurrence(["a", "b", "c"], 1) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("The weight is 1 / distance: neither 1, nor 1 / distance², nor linear (rule 1).")
def test_edge_weights(candidate):
    """Words at distances 1 to 5"""
    found = candidate.glove_cooccurrence(["q", "a", "b", "c", "d", "e"], 5)
    for distance, word in enumerate("abcde", 1):
        assert found["q", word] == close(1 / distance)
        assert found[word, "q"] == close(1 / distance)


@pytest.mark.points(2)
@pytest.mark.hint("Equal words: 2 / distance in one entry (rule 2).")
def test_edge_equal_words(candidate):
    """A text of one word"""
    assert candidate.glove_cooccurrence(["z"] * 2, 1) == close({("z", "z"): 2.0})
    assert candidate.glove_cooccurrence(["z"] * 4, 2) == close({("z", "z"): 8.0})
    expected = {("z", "y"): 2.0, ("y", "z"): 2.0, ("z", "z"): 1.0}
    assert candidate.glove_cooccurrence(["z", "y", "z"], 2) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("The end of the text is not near its beginning: mind negative indices (rule 3).")
def test_edge_no_ring(candidate):
    """The first and the last word"""
    found = candidate.glove_cooccurrence(["first", "b", "c", "d", "last"], 2)
    for pair in (("first", "last"), ("last", "first"), ("b", "last"), ("first", "d")):
        assert pair not in found.keys(), "the end of the text counts as near its beginning"
    assert len(found) == 14


@pytest.mark.hint("Each pair of positions adds: a word that comes again is near again (rule 1).")
def test_edge_meeting_again(candidate):
    """Two words that meet several times"""
    tokens = ["a", "b", "-", "-", "-", "a", "b", "-", "-", "-", "b", "a"]
    found = candidate.glove_cooccurrence(tokens, 1)
    assert found["a", "b"] == close(3.0)
    assert found["b", "a"] == close(3.0)
    twice = candidate.glove_cooccurrence(["a", "b", "b"], 2)
    assert twice == close({("a", "b"): 1.5, ("b", "a"): 1.5, ("b", "b"): 2.0})


@pytest.mark.hint("Pairs that never meet have no entry, not a 0 (rule 4).")
def test_edge_no_zeros(candidate):
    """No entries for words that never meet"""
    found = candidate.glove_cooccurrence(["a", "b", "c", "d"], 1)
    assert sorted(found.keys()) == [
        ("a", "b"), ("b", "a"), ("b", "c"), ("c", "b"), ("c", "d"), ("d", "c"),
    ]  # fmt: skip


@pytest.mark.points(2)
@pytest.mark.hint("Tokens are compared as they are (rule 5).")
def test_edge_tokens_as_they_are(candidate):
    """Capitals, signs, spaces, and the empty token"""
    tokens = ["The", "the", "the,", "", " the", "té"]
    found = candidate.glove_cooccurrence(tokens, 1)
    expected = {}
    for a, b in zip(tokens, tokens[1:], strict=False):
        expected[a, b] = expected[b, a] = 1.0
    assert found == close(expected)


@pytest.mark.hint("Keys are pairs of words: not joined, as (ab, c) and (a, bc) are different.")
def test_edge_keys_are_pairs(candidate):
    """Words that look alike when they are joined"""
    expected = {("ab", "c"): 1.0, ("c", "ab"): 1.0, ("c", "a"): 1.0, ("a", "c"): 1.0,
                ("a", "bc"): 1.0, ("bc", "a"): 1.0}  # fmt: skip
    assert candidate.glove_cooccurrence(["ab", "c", "a", "bc"], 1) == close(expected)
    expected = {("a b", "c"): 1.0, ("c", "a b"): 1.0}
    assert candidate.glove_cooccurrence(["a b", "c"], 1) == close(expected)


@pytest.mark.hint("A token may hold any character, also the one that you join or split at (rule 5).")
def test_edge_separators(candidate):
    """Tokens with tabs, commas, bars and other separators"""
    for sign in "\t\n ,;:|/_-\0":
        word = f"a{sign}b"
        expected = {(word, "c"): 1.0, ("c", word): 1.0}
        assert candidate.glove_cooccurrence([word, "c"], 1) == close(expected)


@pytest.mark.hint("Thousands of additions to one entry: add in 64 bits.")
@pytest.mark.limits(cpu_s=6)
def test_random_long_text_of_two_words(candidate, reference):
    """Thousands of meetings of two words"""
    tokens = ["a", "b"] * 1500
    expected = reference.glove_cooccurrence(tokens, 7)
    assert candidate.glove_cooccurrence(tokens, 7) == close(expected)


@pytest.mark.hint("A window as wide as the text, or wider, sees all pairs (rule 6).")
def test_edge_wide_windows(candidate):
    """Windows around the length of the text"""
    tokens = ["a", "b", "c"]
    half = {("a", "c"): 0.5, ("c", "a"): 0.5}
    expected = {("a", "b"): 1.0, ("b", "a"): 1.0, ("b", "c"): 1.0, ("c", "b"): 1.0, **half}
    for window in (2, 3, 4, 10**6):
        assert candidate.glove_cooccurrence(tokens, window) == close(expected)


@pytest.mark.hint("No tokens and one token give {} (rule 6).")
def test_edge_short_texts(candidate):
    """No tokens, one token, two tokens"""
    assert candidate.glove_cooccurrence([], 1) == {}
    assert candidate.glove_cooccurrence([], 5) == {}
    assert candidate.glove_cooccurrence(["a"], 1) == {}
    assert candidate.glove_cooccurrence(["a", "b"], 5) == close({("a", "b"): 1.0, ("b", "a"): 1.0})


@pytest.mark.points(2)
@pytest.mark.hint("A window below 1 must raise ValueError, also without tokens (rule 6).")
@pytest.mark.parametrize("window", [0, -1, -5])
def test_edge_window_below_one(candidate, window):
    """A window below 1 is an error"""
    for tokens in (["a", "b", "a"], ["a"], []):
        with pytest.raises(ValueError):
            candidate.glove_cooccurrence(tokens, window)


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 7).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    candidate.glove_cooccurrence(draw(8, 20, 5), 2)
    assert candidate.arguments_unchanged, "the tokens were changed by the call"
