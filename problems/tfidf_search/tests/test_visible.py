"""The examples of the prompt."""

import pytest

from grader.testing import close

DOCS = ["red apple", "green apple apple", "red car", "blue bird"]


@pytest.mark.hint("Compute df, idf, the weights and the two lengths of the first example by hand.")
def test_one_word(candidate):
    """The first example: one word"""
    expected = [(0.8444932017012524, 1), (0.7071067811865476, 0)]
    assert candidate.tfidf_search(DOCS, "apple", 3) == close(expected)


@pytest.mark.hint(
    "Small letters first; words that no document contains are ignored (rules 1 and 4)."
)
def test_unknown_word(candidate):
    """The second example: capitals, and a word that no document has"""
    expected = [(1.0, 0), (0.5971468695888943, 1)]
    assert candidate.tfidf_search(DOCS, "Red apple unicorn", 2) == close(expected)


@pytest.mark.hint("Scores equal to 9 decimals are tied, whatever the last bits say (rule 6).")
def test_tie(candidate):
    """The third example: a tie"""
    expected = [(0.7772211620785798, 1), (0.7772211620785798, 2)]
    assert candidate.tfidf_search(["b", "a b", "b a a b", ""], "A", 5) == close(expected)


@pytest.mark.hint(
    "Without a known word nothing is found; k below 1 is a ValueError (rules 5 and 7)."
)
def test_nothing_known(candidate):
    """The fourth example: nothing is found, and k is 0"""
    assert candidate.tfidf_search(DOCS, "unicorn", 3) == []
    with pytest.raises(ValueError):
        candidate.tfidf_search(DOCS, "apple", 0)
