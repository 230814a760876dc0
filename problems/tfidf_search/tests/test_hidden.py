"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.testing import close, items, number

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Compute a small example by hand: df, idf, the weights, the two lengths.")
@pytest.mark.parametrize("k", [1, 5, 100])
def test_random_documents(candidate, reference, draw, k):
    """Random documents, queries of three words"""
    docs = draw(k, 60, 40, 12)
    for query in ("a0 b1 c2", "c2 zz A26 c2", "d3"):
        expected = reference.tfidf_search(docs, query, k)
        assert candidate.tfidf_search(docs, query, k) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint(
    "Many short documents have equal scores: order by (-round(score, 9), doc), rule 6."
)
@pytest.mark.parametrize("k", [3, 25])
def test_random_ties(candidate, reference, draw, k):
    """Short documents of few words, many with equal scores"""
    docs = draw(50 + k, 80, 5, 4)
    for query in ("a0", "b1 a0", "c2 d3 c2"):
        expected = reference.tfidf_search(docs, query, k)
        assert candidate.tfidf_search(docs, query, k) == close(expected)


words = st.lists(st.sampled_from(["a", "B", "b", "c", "dd"]), max_size=4).map(" ".join)


@pytest.mark.points(2)
@pytest.mark.hint("Compute a small example by hand: df, idf, the weights, the two lengths.")
@given(docs=st.lists(words, max_size=5), query=words, k=st.integers(1, 4))
def test_random_small(candidate, reference, docs, query, k):
    """Any few short documents"""
    expected = reference.tfidf_search(docs, query, k)
    answer = candidate.tfidf_search(docs, query, k)
    if expected:
        assert answer == close(expected)
    else:
        assert len(answer) == 0, "something was found where nothing matches"


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint(
    "A document that is the query has score 1, and none has more: the score is a cosine."
)
def test_relation_itself(candidate, draw):
    """Each document, asked for by its own words, has score 1"""
    docs = [doc for doc in draw(4, 12, 200, 9) if len(doc.split()) > 3]
    for doc in docs[:4]:
        (best,) = candidate.tfidf_search(docs, doc, 1)
        assert number(best[0]) == close(1.0), "the words of a document itself do not score 1"


@pytest.mark.hint(
    "A document or a query that is said twice has the same direction, so the same score."
)
def test_relation_said_twice(candidate, draw):
    """Documents said twice, and the query said three times"""
    docs = draw(5, 20, 12, 6)
    first = candidate.tfidf_search(docs, "a0 c2 b1 b1", 20).value
    assert first, "nothing was found"
    twice = [f"{doc} {doc}" for doc in docs]
    assert candidate.tfidf_search(twice, "a0 c2 b1 b1", 20) == close(first)
    assert candidate.tfidf_search(docs, " ".join(["a0 c2 b1 b1"] * 3), 20) == close(first)


@pytest.mark.hint("The order of the words means nothing, in documents and in the query.")
def test_relation_order_of_words(candidate, draw):
    """The words turned round"""
    docs = draw(6, 20, 12, 6)
    first = candidate.tfidf_search(docs, "a0 c2 b1 b1", 20).value
    turned = [" ".join(doc.split()[::-1]) for doc in docs]
    assert candidate.tfidf_search(turned, "b1 b1 c2 a0", 20) == close(first)


@pytest.mark.hint("The documents in another order: the same scores, for the same documents.")
def test_relation_order_of_documents(candidate, draw):
    """The documents turned round"""
    docs = draw(7, 25, 15, 8)
    first = candidate.tfidf_search(docs, "b1 c2", 25).value
    expected = sorted(((s, 24 - d) for s, d in first), key=lambda p: (-round(p[0], 9), p[1]))
    assert candidate.tfidf_search(docs[::-1], "b1 c2", 25) == close(expected)


@pytest.mark.hint("The answer for k is the beginning of the answer for all.")
def test_relation_more_wanted(candidate, draw):
    """Fewer wanted: the beginning of the same list"""
    docs = draw(8, 40, 10, 5)
    everything = candidate.tfidf_search(docs, "a0 d3", 40).value
    for k in (1, 2, 9):
        assert candidate.tfidf_search(docs, "a0 d3", k) == close(everything[:k])


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("The weights of the query hold the idf too (rule 3).")
def test_edge_idf_of_the_query(candidate):
    """A rare and a common word in the query"""
    docs = ["rare", "common", "common x", "common y", "common z"]
    rare, common = log(6 / 2) + 1, log(6 / 5) + 1
    length = sqrt(rare**2 + common**2)
    expected = [(rare / length, 0), (common / length, 1)]
    assert candidate.tfidf_search(docs, "rare common", 2) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("A word that no document has must not lengthen the query (rule 4).")
def test_edge_unknown_words(candidate):
    """Unknown words beside a known one"""
    docs = ["a b", "b"]
    expected = candidate.tfidf_search(docs, "a b", 2).value
    assert candidate.tfidf_search(docs, "a nothing b nothing never", 2) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint(
    "The length of a document is over all its words, not only those of the query (rule 3)."
)
def test_edge_long_documents(candidate):
    """A document with many other words scores less"""
    docs = ["a b c d e f g h", "a"]
    expected = [(1.0, 1), (1 / sqrt(1 + 7 * (log(3 / 2) + 1) ** 2), 0)]
    assert candidate.tfidf_search(docs, "a", 2) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint(
    "tf is the number of times, in the document and in the query: not 0 or 1, not a log."
)
def test_edge_repeated_words(candidate):
    """Words that occur several times"""
    docs = ["a a a b", "b b a", "c"]
    assert candidate.tfidf_search(docs, "a", 2) == close([(3 / sqrt(10), 0), (1 / sqrt(5), 1)])
    expected = [(7 / sqrt(10) / sqrt(5), 0), (4 / 5, 1)]
    assert candidate.tfidf_search(docs, "a b a", 2) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint(
    "df counts documents, not occurrences; idf = ln((1 + N) / (1 + df)) + 1 (rule 2)."
)
def test_edge_df(candidate):
    """A word many times in one document"""
    docs = ["a a a a", "b c", "b d", "e"]
    a, b = log(5 / 2) + 1, log(5 / 3) + 1
    length = sqrt(a**2 + b**2)
    expected = [(a / length, 0), (b / length * b / length, 1), (b / length * b / length, 2)]
    assert candidate.tfidf_search(docs, "a b", 4) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("A word in every document has idf 1, not 0: it still counts (rule 2).")
def test_edge_word_in_every_document(candidate):
    """A word that every document contains"""
    docs = ["a", "a b", "a"]
    second = 1 / sqrt(1 + (log(2) + 1) ** 2)
    assert candidate.tfidf_search(docs, "a", 3) == close([(1.0, 0), (1.0, 2), (second, 1)])


@pytest.mark.hint("Empty documents count in N, and are never found (rules 2 and 5).")
def test_edge_empty_documents(candidate):
    """Empty documents among others"""
    docs = ["", "a", " ", "a b", ""]
    a, b = log(6 / 3) + 1, log(6 / 2) + 1
    expected = [(1.0, 1), (a / sqrt(a**2 + b**2), 3)]
    assert candidate.tfidf_search(docs, "a", 5) == close(expected)


@pytest.mark.hint("White space of any kind cuts words: split(), not split(' ') (rule 1).")
def test_edge_white_space(candidate):
    """Tabs, line ends, and several spaces"""
    docs = ["  a\tb\n", "a  c", "c\r\nd"]
    expected = candidate.tfidf_search(["a b", "a c", "c d"], "a b", 3).value
    assert candidate.tfidf_search(docs, "\ta \n b ", 3) == close(expected)
    assert [number(pair[1]) for pair in candidate.tfidf_search(docs, " d ", 3)] == [2]


@pytest.mark.points(2)
@pytest.mark.hint(
    "Words are cut at white space and nothing else: no stripping of punctuation (rule 1)."
)
def test_edge_punctuation(candidate):
    """Punctuation belongs to the word"""
    docs = ["cat, dog", "cat dog", "cat-dog", "c++ c#", "don't"]
    for query, found in (
        ("cat", [1]),
        ("cat,", [0]),
        ("cat-dog", [2]),
        ("c#", [3]),
        ("don't", [4]),
    ):
        assert [pair[1] for pair in candidate.tfidf_search(docs, query, 5)] == found
    assert candidate.tfidf_search(docs, "c", 5) == []
    assert candidate.tfidf_search(docs, "don", 5) == []


@pytest.mark.hint("A word matches the same word, not a longer one that contains it.")
def test_edge_parts_of_words(candidate):
    """A word inside a longer word is no match"""
    docs = ["concatenate", "cat", "cats cat"]
    s, c = log(4 / 2) + 1, log(4 / 3) + 1
    expected = [(1.0, 1), (c / sqrt(c**2 + s**2), 2)]
    assert candidate.tfidf_search(docs, "cat", 3) == close(expected)


@pytest.mark.hint("Short and common words are words: none is left out (rule 1).")
def test_edge_short_words(candidate):
    """Words of one letter, common words, numbers"""
    docs = ["i the 7", "the", "of 7"]
    assert [pair[1] for pair in candidate.tfidf_search(docs, "I", 3)] == [0]
    assert [pair[1] for pair in candidate.tfidf_search(docs, "the", 3)] == [1, 0]
    assert [pair[1] for pair in candidate.tfidf_search(docs, "7", 3)] == [2, 0]


@pytest.mark.points(2)
@pytest.mark.hint("Capital letters mean nothing, in the documents and in the query (rule 1).")
def test_edge_capitals(candidate):
    """Capital letters in documents and queries"""
    docs = ["Apple APPLE aPPle pie", "PIE", "École"]
    expected = candidate.tfidf_search(
        ["apple apple apple pie", "pie", "école"], "apple pie", 3
    ).value
    assert candidate.tfidf_search(docs, "ApplE piE", 3) == close(expected)
    assert [pair[1] for pair in candidate.tfidf_search(docs, "ÉCOLE", 3)] == [2]


@pytest.mark.points(2)
@pytest.mark.hint("Order by round(score, 9): the last bits of equal scores are noise (rule 6).")
def test_edge_many_ties(candidate):
    """Thirty documents of the same direction"""
    text = "a b c a d e b f".split()
    docs = ["x y z"]
    for turn in range(30):
        turned = text[turn % 8 :] + text[: turn % 8]
        docs.append(" ".join(turned * (1 + turn % 5)))
    answer = candidate.tfidf_search(docs, "c a e q b", 40)
    assert len(answer) == 30
    assert [pair[1] for pair in answer] == list(range(1, 31))


@pytest.mark.hint("Equal documents are separate documents, each with its own index.")
def test_edge_equal_documents(candidate):
    """The same document several times"""
    docs = ["a b", "c", "a b", "b a", "a b"]
    assert [pair[1] for pair in candidate.tfidf_search(docs, "b", 9)] == [0, 2, 3, 4]
    assert [pair[1] for pair in candidate.tfidf_search(docs, "a", 3)] == [0, 2, 3]


@pytest.mark.hint("One document: every idf is ln(2 / 2) + 1 = 1.")
def test_edge_one_document(candidate):
    """One document"""
    assert candidate.tfidf_search(["a b b"], "b", 3) == close([(2 / sqrt(5), 0)])
    assert candidate.tfidf_search(["a"], "a", 1) == close([(1.0, 0)])


@pytest.mark.hint("No documents, no query, no known word: nothing is found, and nothing is raised.")
def test_edge_nothing_to_find(candidate):
    """No documents, empty documents, an empty query"""
    for docs, query in (
        ([], "a"),
        ([], ""),
        (["", " "], "a"),
        (["a"], ""),
        (["a"], " \n"),
        (["a"], "b"),
    ):
        answer = candidate.tfidf_search(docs, query, 3)
        assert len(answer) == 0, "something was found where nothing matches"


@pytest.mark.points(2)
@pytest.mark.hint("k below 1 must raise ValueError, also where nothing would be found (rule 7).")
@pytest.mark.parametrize("k", [0, -2])
def test_edge_k_below_one(candidate, k):
    """k below 1 is an error"""
    for docs in (["a b", "b"], []):
        with pytest.raises(ValueError):
            candidate.tfidf_search(docs, "a", k)


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 8).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    candidate.tfidf_search(draw(9, 15, 10, 6), "a0 B1", 3)
    assert candidate.arguments_unchanged, "the documents were changed by the call"


@pytest.mark.hint("Scores are tied if they are equal to 9 decimals, not to fewer (rule 6).")
def test_edge_nearly_tied(candidate):
    """Scores that differ in the eighth decimal"""
    docs = ["a " * 300 + "b", "a " * 301 + "b"]
    found = candidate.tfidf_search(docs, "a", 2)
    assert [doc for _, doc in found] == [1, 0]


@pytest.mark.hint("split() cuts at white space of any kind: no-break and wide blanks too (rule 1).")
def test_edge_other_blanks(candidate):
    """White space that is not ASCII"""
    docs = ["a b", "a\u00a0b", "a\u3000b", "a\x0bb", "a\u2003b"]
    assert [doc for _, doc in candidate.tfidf_search(docs, "a", 9)] == [0, 1, 2, 3, 4]


@pytest.mark.hint("Words are made small by lower(), not by casefold() (rule 1).")
def test_edge_lower(candidate):
    """Letters that casefold changes"""
    assert [doc for _, doc in candidate.tfidf_search(["stra\u00dfe", "strasse"], "Strasse", 9)] == [1]


@pytest.mark.points(2)
@pytest.mark.hint("Ties by rounded scores decide who is among the k best, too: order first, then cut (rule 6).")
def test_edge_tie_at_the_cut(candidate):
    """A tie at the last place"""
    docs = ["", "a", "b c b b", "a a a", "b a", "d b"]
    assert [doc for _, doc in candidate.tfidf_search(docs, "a a d", 1)] == [1]
    assert [doc for _, doc in candidate.tfidf_search(docs, "a a d", 2)] == [1, 3]


@pytest.mark.hint("Scores that are equal to 9 decimals are tied, though they differ in the tenth (rule 6).")
def test_edge_tied_to_nine_decimals(candidate):
    """Scores that differ in the tenth decimal"""
    docs = ["b " + "a " * 20_000, "b " + "a " * 21_000]
    assert [doc for _, doc in candidate.tfidf_search(docs, "a", 2)] == [0, 1]


@pytest.mark.hint("A small score is not 0: the document has a word of the query (rule 5).")
def test_edge_small_score(candidate):
    """One word of three hundred"""
    (found,) = items(candidate.tfidf_search(["a" + " b" * 300, "c"], "a", 1), 1)
    assert items(found, 2)[0] == close(1 / (1 + 300**2) ** 0.5)


@pytest.mark.points(2)
@pytest.mark.hint("Nothing is done to words but lower(): signs are words, accents are not joined, and only white space cuts "
                  "(rule 1).")
@pytest.mark.parametrize(
    ("docs", "query", "found"),
    [
        (["& a", "b"], "&", [0]),
        (["e\u0301", "\u00e9"], "\u00e9", [1]),
        (["\ufb01", "fi"], "fi", [1]),
        (["a\u200bb", "a"], "a", [1]),
    ],
)
def test_edge_words_as_they_are(candidate, docs, query, found):
    """Signs, accents and letters of two"""
    assert [doc for _, doc in candidate.tfidf_search(docs, query, 9)] == found


@pytest.mark.points(2)
@pytest.mark.hint("Every word of the query counts, however many there are, and a document needs only one of them.")
def test_edge_long_query(candidate, reference):
    """A query of forty words, and documents with one of them"""
    words = [f"w{n}" for n in range(40)]
    docs = [" ".join(words), *words[::-1], "other"]
    expected = reference.tfidf_search(docs, " ".join(words), 50)
    assert candidate.tfidf_search(docs, " ".join(words), 50) == close(expected)
    assert [doc for _, doc in candidate.tfidf_search(["a", "b c d"], "a b c d", 2)] == [1, 0]
