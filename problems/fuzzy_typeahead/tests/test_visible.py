"""The examples of the prompt."""

import pytest

TITLES = [("Hola", 70), ("Help", 90), ("Othello", 60), ("Yellow", 80), ("Hello Sunshine", 50)]


@pytest.mark.hint(
    "The smallest edit distance to any prefix, then popularity, then title (rules 2, 5)."
)
def test_hello(candidate):
    """The first example: three of five titles"""
    expected = ["Hello Sunshine", "Yellow", "Help"]
    assert candidate.fuzzy_typeahead("hello", TITLES, 3, 2) == expected


@pytest.mark.hint("A distance equal to max_edits is allowed (rule 4).")
def test_limits(candidate):
    """The second example: three edits, no edit, and no query"""
    expected = ["Hello Sunshine", "Yellow", "Help", "Othello", "Hola"]
    assert candidate.fuzzy_typeahead("hello", TITLES, 9, 3) == expected
    assert candidate.fuzzy_typeahead("HELLO", TITLES, 9, 0) == ["Hello Sunshine"]
    assert candidate.fuzzy_typeahead("", TITLES, 2, 0) == ["Help", "Yellow"]


@pytest.mark.hint("Two letters that have changed places are two edits (rule 1).")
def test_changed_places(candidate):
    """The second example: two letters changed places"""
    assert candidate.fuzzy_typeahead("ehllo", TITLES, 9, 1) == []


@pytest.mark.hint("k below 1 must raise ValueError (rule 8).")
def test_k_of_zero(candidate):
    """The second example: k is 0"""
    with pytest.raises(ValueError):
        candidate.fuzzy_typeahead("hello", TITLES, 0, 2)


@pytest.mark.hint("A prefix may be longer than the query (rule 2).")
def test_longer_prefix(candidate):
    """The third example: a prefix longer than the query"""
    assert candidate.fuzzy_typeahead("bc", [("ab", 1), ("abc", 1)], 1, 2) == ["abc"]
