"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Compare your distance with a plain recursion on texts of three letters.")
@pytest.mark.parametrize("max_edits", [0, 1, 2, 4])
def test_random_titles(candidate, reference, draw, max_edits):
    """Random titles of few letters, all popularities different"""
    titles = draw(max_edits, 60, "abcAB ", 9, 10**6)
    for query in ("abc", "B aba", "c"):
        expected = reference.fuzzy_typeahead(query, titles, 60, max_edits)
        assert candidate.fuzzy_typeahead(query, titles, 60, max_edits) == expected


@pytest.mark.points(2)
@pytest.mark.hint(
    "Equal distance: by popularity; equal popularity too: by title as given (rule 5)."
)
@pytest.mark.parametrize("k", [3, 20])
def test_random_ties(candidate, reference, draw, k):
    """Many titles of equal distance and popularity"""
    titles = draw(30 + k, 120, "abAB", 5, 2)
    for query in ("ab", "BBa", ""):
        expected = reference.fuzzy_typeahead(query, titles, k, 2)
        assert candidate.fuzzy_typeahead(query, titles, k, 2) == expected


few = st.lists(st.tuples(st.text("aAb", max_size=4), st.integers(-1, 1)), max_size=5)


@pytest.mark.points(2)
@pytest.mark.hint("Compare your distance with a plain recursion on texts of three letters.")
@given(query=st.text("abB", max_size=3), titles=few, max_edits=st.integers(0, 2))
def test_random_small(candidate, reference, query, titles, max_edits):
    """Any few short titles"""
    expected = reference.fuzzy_typeahead(query, titles, 3, max_edits)
    assert candidate.fuzzy_typeahead(query, titles, 3, max_edits) == expected


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint("The order in which the titles are given means nothing.")
def test_relation_order(candidate, draw):
    """The titles in another order"""
    titles = draw(4, 50, "abAB", 5, 2)
    first = candidate.fuzzy_typeahead("abb", titles, 12, 2).value
    assert candidate.fuzzy_typeahead("abb", titles[::-1], 12, 2) == first


@pytest.mark.hint("What follows a title's prefix costs nothing: longer titles are as near.")
def test_relation_longer_titles(candidate, draw):
    """Longer titles are as near as their beginnings"""
    titles = [(t, i) for i, (t, _) in enumerate(draw(5, 40, "abc", 6, 1))]
    near = {t for t in candidate.fuzzy_typeahead("abca", titles, 40, 1).value}
    longer = [(t + "zzzzzzzz", p) for t, p in titles]
    found = {t[:-8] for t in candidate.fuzzy_typeahead("abca", longer, 40, 1).value}
    assert near <= found, "a title is lost when something is added to its end"


@pytest.mark.hint("More forgiven edits add titles at the end, and take none away.")
def test_relation_more_edits(candidate, draw):
    """One edit more continues the list"""
    titles = draw(6, 60, "abcd", 6, 9)
    before = []
    for max_edits in range(5):
        now = candidate.fuzzy_typeahead("abcd", titles, 60, max_edits).value
        assert list(now[: len(before)]) == before, "more edits changed what was found with fewer"
        before = list(now)
    assert len(before) == 60, "with as many edits as the query has letters every title is found"


@pytest.mark.hint("Suggestions for k are the beginning of those for k + 1.")
def test_relation_more_shown(candidate, draw):
    """More suggestions continue the list"""
    titles = draw(7, 50, "abA", 5, 3)
    everything = candidate.fuzzy_typeahead("ab", titles, 50, 1).value
    for k in (1, 2, 7):
        assert candidate.fuzzy_typeahead("ab", titles, k, 1) == everything[:k]


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("The distance is to the nearest prefix, not to the whole title (rule 2).")
def test_edge_prefix_of_a_long_title(candidate):
    """A long title whose beginning fits, and a short one that is similar"""
    titles = [("machine learning for everybody", 1), ("machines", 2), ("mach", 9)]
    assert candidate.fuzzy_typeahead("machine", titles, 3, 0) == ["machines", titles[0][0]]
    assert candidate.fuzzy_typeahead("mchine l", titles, 3, 1) == [titles[0][0]]


@pytest.mark.points(2)
@pytest.mark.hint("It has to be a prefix: what stands later in the title does not count (rule 2).")
def test_edge_inside_a_title(candidate):
    """The query inside a title, and at its end"""
    titles = [("the cat", 9), ("concat", 8), ("cab", 1)]
    assert candidate.fuzzy_typeahead("cat", titles, 3, 0) == []
    assert candidate.fuzzy_typeahead("cat", titles, 3, 1) == ["cab"]


@pytest.mark.points(2)
@pytest.mark.hint("The title must fit the whole query, not a prefix of the query.")
def test_edge_query_longer_than_the_title(candidate):
    """A query that is longer than the title"""
    titles = [("ab", 5), ("abcd", 1)]
    assert candidate.fuzzy_typeahead("abcde", titles, 2, 1) == ["abcd"]
    assert candidate.fuzzy_typeahead("abcde", titles, 2, 2) == ["abcd"]
    assert candidate.fuzzy_typeahead("abcde", titles, 2, 3) == ["abcd", "ab"]


@pytest.mark.points(2)
@pytest.mark.hint("Insert, delete and replace count 1 each (rule 1).")
@pytest.mark.parametrize(
    ("query", "edits"),
    [("monday", 0), ("onday", 1), ("moonday", 1), ("mobday", 1), ("mnday", 1), ("mondaay", 1),
     ("omnday", 2), ("mxxday", 2), ("xmonday", 1), ("day", 3), ("mondayxyz", 3), ("yadnom", 5)],
)  # fmt: skip
def test_edge_edits(candidate, query, edits):
    """One edit of each kind, and several"""
    titles = [("Monday", 1)]
    assert candidate.fuzzy_typeahead(query, titles, 1, edits) == ["Monday"]
    if edits:
        assert candidate.fuzzy_typeahead(query, titles, 1, edits - 1) == []


@pytest.mark.hint("All prefixes count, the whole title too (rule 2).")
def test_edge_whole_title(candidate):
    """The whole title typed"""
    titles = [("news", 1), ("newt", 5)]
    assert candidate.fuzzy_typeahead("news", titles, 2, 0) == ["news"]
    assert candidate.fuzzy_typeahead("news", titles, 2, 1) == ["news", "newt"]


@pytest.mark.points(2)
@pytest.mark.hint("Distance comes before popularity (rule 5).")
def test_edge_distance_before_popularity(candidate):
    """A near title and a popular one"""
    titles = [("abx", 1000), ("abc", 1), ("axx", 5000), ("abcd", 0.5)]
    assert candidate.fuzzy_typeahead("abc", titles, 9, 2) == ["abc", "abcd", "abx", "axx"]
    assert candidate.fuzzy_typeahead("abc", titles, 1, 2) == ["abc"]


@pytest.mark.points(2)
@pytest.mark.hint("Ties go by the title as it was given: capitals before small letters (rule 5).")
def test_edge_ties(candidate):
    """Equal distance and popularity"""
    titles = [("ab", 1), ("aB", 1), ("Ab", 1), ("abc", 1), ("AB", 1), ("a", 2), ("b", 1)]
    assert candidate.fuzzy_typeahead("ab", titles, 9, 1) == [
        "AB",
        "Ab",
        "aB",
        "ab",
        "abc",
        "a",
        "b",
    ]
    assert candidate.fuzzy_typeahead("ab", titles[::-1], 3, 1) == ["AB", "Ab", "aB"]


@pytest.mark.hint("Popularity is any number: negative, 0, and with a fraction.")
def test_edge_odd_popularity(candidate):
    """Popularity that is negative, 0 or a fraction"""
    titles = [("aa", -3), ("ab", 0), ("ac", 2.25), ("ad", 2.5), ("ae", -0.5)]
    assert candidate.fuzzy_typeahead("a", titles, 9, 0) == ["ad", "ac", "ab", "ae", "aa"]
    titles = [("aa", 2**53), ("ab", 2**53 + 1), ("ac", 0.5)]
    assert candidate.fuzzy_typeahead("a", titles, 9, 0) == ["ab", "aa", "ac"]


@pytest.mark.points(2)
@pytest.mark.hint("Capital and small letters are the same, in the query and in the title (rule 3).")
def test_edge_capitals(candidate):
    """Capitals in the query and in the titles"""
    titles = [("iPhone", 3), ("IPHONE case", 2), ("iphone", 1)]
    expected = ["iPhone", "IPHONE case", "iphone"]
    for query in ("iphone", "IPHONE", "iPhOnE"):
        assert candidate.fuzzy_typeahead(query, titles, 9, 0) == expected
    assert candidate.fuzzy_typeahead("IPHNE", titles, 9, 1) == expected


@pytest.mark.hint("Spaces and signs are characters: nothing is stripped or left out (rule 3).")
def test_edge_spaces_and_signs(candidate):
    """Spaces and signs count"""
    titles = [("c++ faq", 3), (" ab", 2), ("ab", 1)]
    assert candidate.fuzzy_typeahead("c++", titles, 9, 0) == ["c++ faq"]
    assert candidate.fuzzy_typeahead("c..", titles, 9, 1) == []
    assert candidate.fuzzy_typeahead("ab ", titles, 9, 0) == []
    assert candidate.fuzzy_typeahead(" ab", titles, 9, 0) == [" ab"]
    assert candidate.fuzzy_typeahead("ab", titles, 9, 1) == ["ab", " ab"]


@pytest.mark.hint("Texts hold characters of any alphabet; each is one character (rule 3).")
def test_edge_other_alphabets(candidate):
    """Accents and other alphabets"""
    titles = [("Élan", 1), ("ещё раз", 2), ("東京タワー", 3), ("😀 smile", 4)]
    assert candidate.fuzzy_typeahead("élan", titles, 9, 0) == ["Élan"]
    assert candidate.fuzzy_typeahead("elan", titles, 9, 1) == ["Élan"]
    assert candidate.fuzzy_typeahead("elan", titles, 9, 0) == []
    assert candidate.fuzzy_typeahead("ЕЩЕ", titles, 9, 1) == ["ещё раз"]
    assert candidate.fuzzy_typeahead("東タワー", titles, 9, 1) == ["東京タワー"]
    assert candidate.fuzzy_typeahead("😀smi", titles, 9, 1) == ["😀 smile"]


@pytest.mark.points(2)
@pytest.mark.hint("The empty prefix counts: an empty query is 0 from every title (rules 2 and 7).")
def test_edge_empty_query(candidate):
    """An empty query, and an empty title"""
    titles = [("abc", 1), ("", 3), ("x", 2)]
    assert candidate.fuzzy_typeahead("", titles, 9, 0) == ["", "x", "abc"]
    assert candidate.fuzzy_typeahead("ab", titles, 9, 2) == ["abc", "", "x"]
    assert candidate.fuzzy_typeahead("ab", titles, 9, 1) == ["abc"]


@pytest.mark.hint("With as many edits as the query has letters, every title is near enough.")
def test_edge_many_edits(candidate):
    """More edits than the query has letters"""
    titles = [("zz", 5), ("ab", 1), ("", 9)]
    assert candidate.fuzzy_typeahead("ab", titles, 9, 2) == ["ab", "", "zz"]
    assert candidate.fuzzy_typeahead("ab", titles, 9, 50) == ["ab", "", "zz"]


@pytest.mark.hint("Each pair counts by itself (rule 6).")
def test_edge_given_twice(candidate):
    """A title given twice"""
    titles = [("Bus", 5), ("bus", 7), ("Bus", 9), ("bus", 7)]
    assert candidate.fuzzy_typeahead("buz", titles, 9, 1) == ["Bus", "bus", "bus", "Bus"]


@pytest.mark.hint("First the distances, then the k best: not the k most popular first.")
def test_edge_unpopular_matches(candidate):
    """Only the least popular titles are near"""
    titles = [(f"top {i}", 100 + i) for i in range(30)] + [("under a", 1), ("under b", 2)]
    assert candidate.fuzzy_typeahead("undr", titles, 2, 1) == ["under b", "under a"]


@pytest.mark.hint("No titles, or none near enough: an empty list, and no error.")
def test_edge_nothing_found(candidate):
    """No titles, and none near enough"""
    assert candidate.fuzzy_typeahead("a", [], 3, 1) == []
    assert candidate.fuzzy_typeahead("", [], 3, 0) == []
    assert candidate.fuzzy_typeahead("abc", [("xyz", 1)], 3, 2) == []


@pytest.mark.points(2)
@pytest.mark.hint(
    "k below 1 and max_edits below 0 must raise ValueError, also without titles (rule 8)."
)
@pytest.mark.parametrize(("k", "max_edits"), [(0, 1), (-1, 1), (3, -1)])
def test_edge_errors(candidate, k, max_edits):
    """k below 1, or max_edits below 0, is an error"""
    for query, titles in (("a", [("a", 1), ("b", 2)]), ("a", []), ("", [("a", 1)])):
        with pytest.raises(ValueError):
            candidate.fuzzy_typeahead(query, titles, k, max_edits)


@pytest.mark.points(2)
@pytest.mark.hint("Recursion without a memory tries 3^n ways: fill a table instead.")
def test_edge_long_texts(candidate, reference):
    """A long query and long titles"""
    titles = [
        ("the hitchhiker's guide to the galaxy, illustrated edition" * 2, 5),
        ("the hitcher", 9),
    ]
    query = "teh hitchhikers guide too the galxy, illustrated"
    assert candidate.fuzzy_typeahead(query, titles, 2, 5) == [titles[0][0]]
    assert candidate.fuzzy_typeahead(query, titles, 2, 4) == []


@pytest.mark.hint("lower() and no more: other ways of making letters alike change what is an edit (rule 3).")
def test_edge_lower_and_no_more(candidate):
    """Letters that lower() leaves as they are"""
    titles = [("Straße", 2), ("Strasse", 1)]
    assert candidate.fuzzy_typeahead("strasse", titles, 9, 0) == ["Strasse"]
    assert candidate.fuzzy_typeahead("STRASSE", titles, 9, 2) == ["Strasse", "Straße"]
    assert candidate.fuzzy_typeahead("straße", titles, 9, 0) == ["Straße"]


@pytest.mark.hint("The lower() of a text is not that of its letters: a last sigma is another, and İ becomes two (rule 3).")
def test_edge_lower_of_the_whole(candidate):
    """Letters that lower() makes of their place, or two of one"""
    assert candidate.fuzzy_typeahead("ΟΔΟΣ", [("ΟΔΟΣ", 1), ("ΟΔΟΣΗΜΑ", 2)], 9, 0) == ["ΟΔΟΣ"]
    assert candidate.fuzzy_typeahead("İ", [("İstanbul", 1), ("istanbul", 2)], 9, 0) == ["İstanbul"]


@pytest.mark.points(2)
@pytest.mark.hint("A prefix may be longer than the query by as many letters as edits are forgiven (rule 2).")
def test_edge_letters_in_front(candidate):
    """Letters that are missing in front of the query"""
    assert candidate.fuzzy_typeahead("hello", [("Othello", 1)], 1, 2) == ["Othello"]
    assert candidate.fuzzy_typeahead("hello", [("xyzhello", 1), ("wxyzhello", 2)], 9, 3) == ["xyzhello"]


@pytest.mark.hint("Distance comes before popularity (rule 5): titles cannot be left out for being unpopular.")
def test_edge_nearest_is_the_least_popular(candidate):
    """The nearest of hundreds is the least popular"""
    titles = [(f"other {n}", 1000 - n) for n in range(400)] + [("needle", 1), ("needles", 0)]
    assert candidate.fuzzy_typeahead("needle", titles, 2, 9) == ["needle", "needles"]


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 9).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    candidate.fuzzy_typeahead("ab", draw(9, 20, "abAB", 4, 3), 3, 1)
    assert candidate.arguments_unchanged, "the titles were changed by the call: sorted in place?"
