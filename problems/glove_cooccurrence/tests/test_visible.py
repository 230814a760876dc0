"""The examples of the prompt."""

import pytest

from grader.testing import close


@pytest.mark.hint("Each near pair of positions adds 1 / distance to both directions (rule 1).")
def test_three_words(candidate):
    """The first example: three words"""
    expected = {
        ("the", "cat"): 1.0, ("cat", "the"): 1.0, ("cat", "sat"): 1.0, ("sat", "cat"): 1.0,
        ("the", "sat"): 0.5, ("sat", "the"): 0.5,
    }  # fmt: skip
    assert candidate.glove_cooccurrence(["the", "cat", "sat"], 2) == close(expected)


@pytest.mark.hint("Equal words get both additions in one entry (rule 2).")
def test_equal_words(candidate):
    """The second example: a word beside itself"""
    expected = {("a", "a"): 2.0, ("a", "b"): 1.0, ("b", "a"): 1.0}
    assert candidate.glove_cooccurrence(["a", "a", "b"], 1) == close(expected)


@pytest.mark.hint("The window may be larger than the text; the text is no ring (rules 3 and 6).")
def test_wide_window(candidate):
    """The third example: a window that is wider than the text"""
    expected = {("x", "y"): 10 / 3, ("y", "x"): 10 / 3, ("x", "x"): 1.0, ("y", "y"): 1.0}
    assert candidate.glove_cooccurrence(["x", "y", "x", "y"], 9) == close(expected)


@pytest.mark.hint("One token gives {}; a window below 1 is a ValueError (rule 6).")
def test_one_word(candidate):
    """The fourth example: one word, and a window of 0"""
    assert candidate.glove_cooccurrence(["a"], 3) == {}
    with pytest.raises(ValueError):
        candidate.glove_cooccurrence(["a", "b"], 0)
