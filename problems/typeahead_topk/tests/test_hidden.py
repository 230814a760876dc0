"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Compare with a plain scan over all titles, sorted by popularity and title.")
@pytest.mark.parametrize("k", [1, 3, 10])
def test_random_titles(candidate, reference, draw, k):
    """Random titles of a few letters, ten prefixes"""
    titles = draw(k, 300, "abcABC ", 7, 1000)
    mine, theirs = candidate.TypeAhead(titles, k), reference.TypeAhead(titles, k)
    for prefix in ("", "a", "B", "ca", "cab", " ", "b ", "aaaa", "Cc", "abcabcabc"):
        assert mine.query(prefix) == theirs.query(prefix)


@pytest.mark.points(2)
@pytest.mark.hint("Many titles are equally popular here: by title then, as it was given (rule 4).")
@pytest.mark.parametrize("k", [2, 7])
def test_random_ties(candidate, reference, draw, k):
    """Many titles of equal popularity"""
    titles = draw(40 + k, 250, "abAB", 5, 2)
    mine, theirs = candidate.TypeAhead(titles, k), reference.TypeAhead(titles, k)
    for prefix in ("", "a", "A", "b", "ab", "BA", "aab", "bbbbb"):
        assert mine.query(prefix) == theirs.query(prefix)


@pytest.mark.hint("Some thousand titles, and every prefix of some of them.")
def test_random_many(candidate, reference, draw):
    """Three thousand titles, and prefixes of every length"""
    titles = draw(3, 3000, "abcdefgh ", 12, 500)
    mine, theirs = candidate.TypeAhead(titles, 5), reference.TypeAhead(titles, 5)
    for title, _ in titles[:2]:
        for length in range(len(title) + 1):
            assert mine.query(title[:length]) == theirs.query(title[:length])


few = st.lists(st.tuples(st.text("aAbB", max_size=3), st.integers(-1, 1)), max_size=6)


@pytest.mark.points(2)
@pytest.mark.hint("Compare with a plain scan over all titles, sorted by popularity and title.")
@given(titles=few, k=st.integers(1, 4), prefix=st.text("abA", max_size=2))
def test_random_small(candidate, reference, titles, k, prefix):
    """Any few titles"""
    expected = reference.TypeAhead(titles, k).query(prefix)
    assert candidate.TypeAhead(titles, k).query(prefix) == expected


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint("The order in which the titles are given means nothing.")
def test_relation_order(candidate, draw):
    """The titles given in another order"""
    titles = draw(5, 60, "abAB", 4, 2)
    forward, backward = candidate.TypeAhead(titles, 6), candidate.TypeAhead(titles[::-1], 6)
    for prefix in ("", "a", "b", "ab", "bA"):
        assert backward.query(prefix) == forward.query(prefix).value


@pytest.mark.hint("The answer for k is the beginning of the answer for k + 1.")
def test_relation_more_shown(candidate, draw):
    """One suggestion more continues the list"""
    titles = draw(6, 80, "abcA", 4, 5)
    for prefix in ("", "a", "cb"):
        longer = candidate.TypeAhead(titles, 9).query(prefix).value
        for k in (1, 4, 8):
            assert candidate.TypeAhead(titles, k).query(prefix) == longer[:k]


@pytest.mark.hint("Titles that do not match must not take the places of those that do.")
def test_relation_others_do_not_matter(candidate, draw):
    """Popular titles that do not match change nothing"""
    titles = draw(7, 40, "abA", 4, 5)
    others = [("x" + title, 1000 + i) for i, (title, _) in enumerate(titles)]
    alone, crowded = candidate.TypeAhead(titles, 3), candidate.TypeAhead(others + titles, 3)
    for prefix in ("a", "b", "ab"):
        assert crowded.query(prefix) == alone.query(prefix).value


@pytest.mark.hint("Nothing may be kept from one query to the next (rule 8).")
def test_relation_asked_again(candidate, draw):
    """The same questions again, in another order"""
    titles = draw(8, 60, "abAB", 4, 5)
    suggest = candidate.TypeAhead(titles, 4)
    prefixes = ["ab", "", "b", "abb", "b", "a"]
    first = {prefix: suggest.query(prefix).value for prefix in prefixes}
    for prefix in reversed(prefixes):
        assert suggest.query(prefix) == first[prefix]


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint(
    "Capital and small letters are the same, in the title and in the prefix (rule 1)."
)
def test_edge_capitals(candidate):
    """Capitals in the title, in the prefix, and in both"""
    suggest = candidate.TypeAhead(
        [("iPhone", 3), ("IPHONE case", 2), ("iphone", 1), ("Ipad", 9)], 9
    )
    expected = ["iPhone", "IPHONE case", "iphone"]
    for prefix in ("iph", "IPH", "iPh", "Iph"):
        assert suggest.query(prefix) == expected


@pytest.mark.points(2)
@pytest.mark.hint(
    "Ties go by the title as it was given, smaller first: capitals before small letters."
)
def test_edge_ties(candidate):
    """Equal popularity: capitals, shorter titles, digits"""
    titles = [("ab", 1), ("a", 1), ("aB", 1), ("Ab", 1), ("a1", 1), ("AB", 1), ("a b", 1)]
    expected = ["AB", "Ab", "a", "a b", "a1", "aB", "ab"]
    assert candidate.TypeAhead(titles, 7).query("a") == expected
    assert candidate.TypeAhead(titles[::-1], 3).query("A") == expected[:3]


@pytest.mark.points(2)
@pytest.mark.hint("Sort by popularity downwards and by title upwards: not both downwards.")
def test_edge_popularity_before_title(candidate):
    """Popularity downwards, titles upwards"""
    titles = [("c", 2), ("a", 1), ("d", 2), ("b", 3), ("e", 1)]
    assert candidate.TypeAhead(titles, 5).query("") == ["b", "c", "d", "a", "e"]
    assert candidate.TypeAhead(titles, 2).query("") == ["b", "c"]


@pytest.mark.hint("Popularity is any number: negative, 0, and with a fraction.")
def test_edge_odd_popularity(candidate):
    """Popularity that is negative, 0 or a fraction"""
    titles = [("a", -3), ("b", 0), ("c", 2.25), ("d", 2.5), ("e", -0.5), ("f", -(10**15))]
    assert candidate.TypeAhead(titles, 10).query("") == ["d", "c", "b", "e", "a", "f"]
    titles = [("a", 16_777_216), ("b", 16_777_217), ("c", 10**15), ("d", 10**15 + 1)]
    assert candidate.TypeAhead(titles, 4).query("") == ["d", "c", "b", "a"]
    titles = [("a", 2**53), ("b", 2**53 + 1), ("c", 1), ("d", 1.00000001)]
    assert candidate.TypeAhead(titles, 4).query("") == ["b", "a", "d", "c"]


@pytest.mark.points(2)
@pytest.mark.hint("First the match, then the k most popular: not the other way round.")
def test_edge_unpopular_matches(candidate):
    """Only the least popular titles match"""
    titles = [(f"top {i}", 100 + i) for i in range(30)] + [("under a", 1), ("under b", 2)]
    assert candidate.TypeAhead(titles, 2).query("un") == ["under b", "under a"]


@pytest.mark.points(2)
@pytest.mark.hint("Only the beginning of the whole title counts (rule 1).")
def test_edge_inside_a_title(candidate):
    """The prefix inside a title, or at its end, is no match"""
    suggest = candidate.TypeAhead([("the cat", 5), ("cat", 1), ("concat", 9), ("bobcat cat", 8)], 3)
    assert suggest.query("cat") == ["cat"]
    assert suggest.query("bob") == ["bobcat cat"]


@pytest.mark.hint("A title matches itself; a prefix longer than the title does not match.")
def test_edge_whole_title(candidate):
    """The whole title typed, and one letter more"""
    suggest = candidate.TypeAhead([("news", 2), ("New", 9), ("newspaper", 1)], 5)
    assert suggest.query("news") == ["news", "newspaper"]
    assert suggest.query("NEWSPAPER") == ["newspaper"]
    assert suggest.query("newspapers") == []


@pytest.mark.hint("Spaces are characters like all others: do not strip, do not split (rule 2).")
def test_edge_spaces(candidate):
    """Spaces at the beginning, at the end and between"""
    suggest = candidate.TypeAhead([(" ab", 1), ("ab", 2), ("ab ", 3), ("a b", 4), ("ab c", 5)], 9)
    assert suggest.query(" ") == [" ab"]
    assert suggest.query(" a") == [" ab"]
    assert suggest.query("ab ") == ["ab c", "ab "]
    assert suggest.query("a ") == ["a b"]
    assert suggest.query("ab  ") == []


@pytest.mark.hint(
    "The prefix is text, not a pattern: . * [ \\ ^ % _ ? are plain characters (rule 2)."
)
def test_edge_special_characters(candidate):
    """Characters that mean something in patterns"""
    titles = [
        "c++",
        "c.x",
        "cat",
        "[new] hit",
        "(what?)",
        "50% off",
        "a_b",
        "a*c",
        "^up",
        "\\d",
        "|x",
    ]
    suggest = candidate.TypeAhead([(title, 1) for title in titles], 20)
    for prefix, expected in (
        ("c+", ["c++"]), ("c.", ["c.x"]), ("[", ["[new] hit"]), ("[new]", ["[new] hit"]),
        ("(", ["(what?)"]), ("50%", ["50% off"]), ("%", []), ("a_", ["a_b"]), ("a*", ["a*c"]),
        ("^", ["^up"]), ("\\", ["\\d"]), ("|", ["|x"]), ("?", []), (".", []), ("*", []), ("$", []),
    ):  # fmt: skip
        assert suggest.query(prefix) == expected


@pytest.mark.points(2)
@pytest.mark.hint("Titles hold any characters: accents, other alphabets, digits, signs (rule 2).")
def test_edge_other_alphabets(candidate):
    """Accents, other alphabets, and digits"""
    titles = [
        ("Élan", 1),
        ("école", 2),
        ("Ещё раз", 3),
        ("ещё", 4),
        ("2001", 5),
        ("東京", 6),
        ("Ñu", 7),
    ]
    suggest = candidate.TypeAhead(titles, 5)
    assert suggest.query("é") == ["école", "Élan"]
    assert suggest.query("É") == ["école", "Élan"]
    assert suggest.query("ЕЩЁ") == ["ещё", "Ещё раз"]
    assert suggest.query("20") == ["2001"]
    assert suggest.query("東") == ["東京"]
    assert suggest.query("ñ") == ["Ñu"]
    assert suggest.query("e") == []


@pytest.mark.hint("No letter is the last one: z, ÿ, \\uffff and 127 are all followed by others.")
def test_edge_last_letters(candidate):
    """Characters from the far end of the alphabet after the prefix"""
    titles = [("go zzz", 1), ("go ~~", 2), ("go ÿÿ", 3), ("go 東", 4), ("go 😀", 5), ("gp", 6)]
    suggest = candidate.TypeAhead(titles, 9)
    assert suggest.query("go ") == ["go 😀", "go 東", "go ÿÿ", "go ~~", "go zzz"]
    assert suggest.query("G") == ["gp", "go 😀", "go 東", "go ÿÿ", "go ~~", "go zzz"]
    assert suggest.query("go 😀") == ["go 😀"]


@pytest.mark.hint(
    "Each pair counts by itself, also the same title with another popularity (rule 6)."
)
def test_edge_given_twice(candidate):
    """A title given twice, and in other capitals"""
    titles = [("Bus", 5), ("bus", 7), ("Bus", 9), ("BUS", 5), ("bus", 7)]
    assert candidate.TypeAhead(titles, 9).query("bus") == ["Bus", "bus", "bus", "BUS", "Bus"]
    assert candidate.TypeAhead(titles, 2).query("bu") == ["Bus", "bus"]


@pytest.mark.hint("The answer holds the titles as they were given, nothing else.")
def test_edge_as_given(candidate):
    """Titles come back as they were given"""
    suggest = candidate.TypeAhead([("  McDonald's ", 1), ("mIxEd", 2)], 2)
    assert suggest.query("") == ["mIxEd", "  McDonald's "]


@pytest.mark.hint("min(k, matches) titles: a k above the number of titles is no error.")
def test_edge_k_and_the_number_of_titles(candidate):
    """k of one, k equal to the number of titles, k far above it"""
    titles = [("aa", 1), ("ab", 2), ("ac", 3)]
    assert candidate.TypeAhead(titles, 1).query("a") == ["ac"]
    assert candidate.TypeAhead(titles, 3).query("") == ["ac", "ab", "aa"]
    assert candidate.TypeAhead(titles, 1000).query("a") == ["ac", "ab", "aa"]


@pytest.mark.hint("No titles are no error: every query is answered by an empty list (rule 7).")
def test_edge_no_titles(candidate):
    """No titles, and an empty title"""
    suggest = candidate.TypeAhead([], 3)
    assert suggest.query("") == []
    assert suggest.query("a") == []
    assert candidate.TypeAhead([("", 1), ("a", 2)], 3).query("") == ["a", ""]
    assert candidate.TypeAhead([("", 1), ("a", 2)], 3).query("a") == ["a"]


@pytest.mark.points(2)
@pytest.mark.hint(
    "k below 1 must raise ValueError when the object is made, also without titles (rule 7)."
)
@pytest.mark.parametrize("k", [0, -1])
def test_edge_k_below_one(candidate, k):
    """k below 1 is an error"""
    for titles in ([("a", 1), ("b", 2)], []):
        with pytest.raises(ValueError):
            candidate.TypeAhead(titles, k)


@pytest.mark.hint("Long prefixes count to their last character.")
def test_edge_long_prefixes(candidate):
    """Long titles that differ at the end only"""
    stem = "a very long title about nothing much, part "
    suggest = candidate.TypeAhead([(f"{stem}{i}", i) for i in range(20)], 3)
    assert suggest.query(stem) == [f"{stem}19", f"{stem}18", f"{stem}17"]
    assert suggest.query(stem.upper() + "1") == [f"{stem}19", f"{stem}18", f"{stem}17"]
    assert suggest.query(stem + "7") == [f"{stem}7"]
    assert suggest.query(stem + "77") == []


@pytest.mark.points(2)
@pytest.mark.hint(
    "Titles belong to one object: nothing may lie in the class or the module (rule 8)."
)
def test_edge_two_objects(candidate):
    """Two objects do not share their titles"""
    fruit, animals = (
        candidate.TypeAhead([("ape", 1)], 1),
        candidate.TypeAhead([("ant", 5), ("auk", 7)], 2),
    )
    assert fruit.query("a") == ["ape"]
    assert animals.query("a") == ["auk", "ant"]
    assert fruit.query("") == ["ape"]


@pytest.mark.hint("The arguments must be as they were when the method returns (rule 9).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    suggest = candidate.TypeAhead(draw(9, 20, "abAB", 4, 3), 3)
    suggest.query("a")
    assert candidate.arguments_unchanged, "the titles were changed by the call: sorted in place?"


@pytest.mark.hint("title.lower().startswith(prefix.lower()): small letters may be longer than capitals, "
                  "and casefold is something else (rule 1).")
@pytest.mark.parametrize(("title", "prefix", "found"), [
    ("\u0130stanbul", "i", True), ("\u0130stanbul", "i\u0307s", True),
    ("Stra\u00dfe", "strass", False), ("Strasse", "stra\u00df", False), ("Stra\u00dfe", "STRA\u00df", True),
])
def test_edge_lower(candidate, title, prefix, found):
    """Letters whose small form is longer, or which casefold changes"""
    suggest = candidate.TypeAhead([(title, 1)], 3)
    assert list(suggest.query(prefix)) == ([title] if found else [])


@pytest.mark.hint("Titles and prefixes hold any characters, the largest and line ends among them: all count as they are.")
@pytest.mark.parametrize(
    ("titles", "prefix", "found"),
    [
        (["ΟΔΟΣΑ"], "ΟΔΟΣ", []),
        (["e\u0301a"], "e", ["e\u0301a"]),
        (["\u00e9a"], "e\u0301", []),
        (["a\nb", "c"], "b", []),
        (["a\nb", "c"], "a\n", ["a\nb"]),
        (["a\0b", "c"], "b", []),
        (["a\U0010ffffb", "ab"], "a", ["a\U0010ffffb", "ab"]),
        (["a"], "a\U0010ffff", []),
        (["a\U0010ffff"], "a\U0010ffff", ["a\U0010ffff"]),
        (["\0"], "\0", ["\0"]),
        (["a" * 300 + "x"], "a" * 300 + "y", []),
    ],
)
def test_edge_any_characters(candidate, titles, prefix, found):
    """Rare characters in titles and prefixes"""
    suggest = candidate.TypeAhead([(title, -place) for place, title in enumerate(titles)], 5)
    assert suggest.query(prefix) == found
