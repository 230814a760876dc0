"""The examples of the prompt."""

import pytest

TITLES = [("Help", 40), ("hello", 10), ("Holiday", 90), ("Hello Sunshine", 50), ("Shell", 95)]
FRUIT = [("apple", 5), ("Zoo", 5), ("Apple", 5), ("zoo", 7), ("apple", 5)]


@pytest.mark.hint(
    "title.lower() begins with prefix.lower(); the most popular first (rules 1 and 3)."
)
def test_hello(candidate):
    """The first example: what begins with "hel" """
    suggest = candidate.TypeAhead(TITLES, 2)
    assert suggest.query("hel") == ["Hello Sunshine", "Help"]
    assert suggest.query("HELLO") == ["Hello Sunshine", "hello"]


@pytest.mark.hint(
    "Spaces of the prefix count, and only the beginning of the title does (rules 1, 2)."
)
def test_spaces_and_words(candidate):
    """The first example: a space at the end, and the beginning of a word"""
    suggest = candidate.TypeAhead(TITLES, 2)
    assert suggest.query("hello ") == ["Hello Sunshine"]
    assert suggest.query("sun") == []


@pytest.mark.hint("The empty prefix matches every title (rule 5).")
def test_nothing_typed(candidate):
    """The first example: nothing typed"""
    assert candidate.TypeAhead(TITLES, 2).query("") == ["Shell", "Holiday"]


@pytest.mark.hint("Equal popularity: by title as it was given, capitals first (rules 4 and 6).")
def test_equal_popularity(candidate):
    """The second example: equal popularity, and a title given twice"""
    suggest = candidate.TypeAhead(FRUIT, 4)
    assert suggest.query("") == ["zoo", "Apple", "Zoo", "apple"]
    assert suggest.query("a") == ["Apple", "apple", "apple"]


@pytest.mark.hint("k below 1 must raise ValueError when the object is made (rule 7).")
def test_k_of_zero(candidate):
    """The third example: k is 0"""
    with pytest.raises(ValueError):
        candidate.TypeAhead([("apple", 5)], 0)
