"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Write both stages with plain sorts and compare.")
@pytest.mark.parametrize(("n_candidates", "k"), [(1, 1), (10, 3), (25, 25), (59, 60)])
def test_random(candidate, reference, draw, n_candidates, k):
    """Random items in five dimensions"""
    u, V, w = draw(n_candidates, 60, 5, 1000)
    expected = reference.two_stage_topk(u, V, n_candidates, w, 0.25, k)
    assert candidate.two_stage_topk(u, V, n_candidates, w, 0.25, k) == expected


@pytest.mark.points(2)
@pytest.mark.hint("Many equal scores: the smaller row first. numpy's default sort, argpartition and a "
                  "reversed sort do not keep that order.")
@pytest.mark.parametrize(("n_candidates", "k"), [(7, 5), (60, 20), (290, 250)])
def test_random_equal_scores(candidate, reference, draw, n_candidates, k):
    """Many equal scores"""
    u, V, w = draw(100 + k, 300, 2, 2)
    expected = reference.two_stage_topk(u, V, n_candidates, w, 0.0, k)
    assert candidate.two_stage_topk(u, V, n_candidates, w, 0.0, k) == expected


@pytest.mark.points(2)
@pytest.mark.hint("Try equal scores at the border of the candidates, and more asked for than there are.")
@settings(max_examples=30)
@given(rows=st.lists(st.tuples(st.integers(-2, 2), st.integers(-2, 2)), min_size=1, max_size=7),
       n_candidates=st.integers(0, 8), k=st.integers(0, 8))
def test_random_small(candidate, reference, rows, n_candidates, k):
    """Any few items"""
    args = np.array([1.0, 0.0]), np.array(rows, float), n_candidates, np.array([1.0, 2.0]), -1.0, k
    assert candidate.two_stage_topk(*args) == reference.two_stage_topk(*args)


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.hint("The intercept moves all probabilities, and no order.")
def test_relation_intercept(candidate, draw):
    """Another intercept changes nothing"""
    u, V, w = draw(3, 40, 3, 20)
    expected = candidate.two_stage_topk(u, V, 15, w, 0.0, 15).value
    for b in (-5.0, 3.0, 500.0, -500.0):
        assert candidate.two_stage_topk(u, V, 15, w, b, 15) == expected


@pytest.mark.hint("With a smaller k the result is the beginning of the longer one.")
def test_relation_smaller_k(candidate, draw):
    """A smaller k gives the beginning"""
    u, V, w = draw(4, 50, 2, 3)
    whole = list(candidate.two_stage_topk(u, V, 20, w, 0.0, 20).value)
    for k in (1, 2, 10, 19):
        assert candidate.two_stage_topk(u, V, 20, w, 0.0, k) == whole[:k]


@pytest.mark.hint("Twice the user's vector gives the same candidates; the first score is not part of "
                  "the second.")
def test_relation_scaled(candidate, draw):
    """Vectors stretched"""
    u, V, w = draw(5, 50, 3, 9)
    expected = candidate.two_stage_topk(u, V, 12, w, 0.0, 12).value
    assert candidate.two_stage_topk(1024 * u, V, 12, w, 0.0, 12) == expected
    assert candidate.two_stage_topk(u, V, 12, w / 1024, 0.0, 12) == expected


@pytest.mark.hint("Only as many as there are candidates can be returned, and each once.")
def test_relation_the_same_candidates(candidate, draw):
    """The second stage only reorders the candidates"""
    u, V, w = draw(6, 60, 3, 30)
    one = candidate.two_stage_topk(u, V, 20, w, 0.0, 60)
    other = candidate.two_stage_topk(u, V, 20, -w, 0.0, 60)
    assert sorted(other.value) == sorted(one.value), "the weights of the ranking changed the candidates"
    assert len(set(one.value)) == 20, "not each of 20 candidates is returned once"


@pytest.mark.hint("Items after those that count do not matter: row numbers are those of V.")
def test_relation_more_items(candidate, draw):
    """Worse items added at the end and in front"""
    u, V, w = draw(7, 30, 3, 9)
    expected = candidate.two_stage_topk(u, V, 10, w, 0.0, 5).value
    bad = np.tile(-1000 * u, (4, 1))
    assert candidate.two_stage_topk(u, np.vstack([V, bad]), 10, w, 0.0, 5) == expected
    behind = candidate.two_stage_topk(u, np.vstack([bad, V]), 10, w, 0.0, 5)
    assert behind == [i + 4 for i in expected]


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("At the border of the candidates the smaller rows are kept (rule 1).")
def test_edge_tie_at_the_border(candidate):
    """Equal scores at the border of the candidates"""
    V = np.array([[1, 5], [2, 1], [1, 6], [1, 9], [2, 0], [1, 7]])
    u, w = np.array([1, 0]), np.array([0, 1])
    assert candidate.two_stage_topk(u, V, 4, w, 0.0, 4) == [2, 0, 1, 4]
    assert candidate.two_stage_topk(u, V, 3, w, 0.0, 3) == [0, 1, 4]


@pytest.mark.points(2)
@pytest.mark.hint("Equal probability: the smaller row, not the better first score (rule 2).")
def test_edge_tie_in_the_ranking(candidate):
    """Equal scores in the ranking"""
    V = np.array([[1, 3], [9, 3], [5, 3], [7, 4], [0, 3]])
    u, w = np.array([1, 0]), np.array([0, 1])
    assert candidate.two_stage_topk(u, V, 4, w, 0.0, 4) == [3, 0, 1, 2]
    assert candidate.two_stage_topk(u, V, 5, np.array([0, 0]), 0.0, 3) == [0, 1, 2]


@pytest.mark.hint("σ rounds to 1 and to 0 for large scores; the order is that of the scores (rule 4).")
def test_edge_rounded_probabilities(candidate):
    """Probabilities that round to 1 and to 0"""
    V = np.array([[1.0, -900], [1, 38], [1, -800], [1, 700], [1, -1000], [1, 39], [1, 0.0], [1, 5000]])
    u, w = np.array([1.0, 0]), np.array([0.0, 1])
    assert candidate.two_stage_topk(u, V, 8, w, 0.0, 8) == [7, 3, 5, 1, 6, 2, 0, 4]


@pytest.mark.hint("Scores may all be negative: the largest is the one nearest to 0.")
def test_edge_negative_scores(candidate):
    """Negative scores in both stages"""
    V = np.array([[-3, -1], [-1, -5], [-2, -2], [-9, -1]])
    u, w = np.array([1, 0]), np.array([0, 1])
    assert candidate.two_stage_topk(u, V, 2, w, -1.0, 2) == [2, 1]


@pytest.mark.hint("A good second score does not make a candidate (rule 3).")
def test_edge_probable_but_no_candidate(candidate):
    """A probable click on an item that is no candidate"""
    V = np.array([[5, 1], [4, 2], [3, 100], [2, 200]])
    u, w = np.array([1, 0]), np.array([0, 1])
    assert candidate.two_stage_topk(u, V, 2, w, 0.0, 4) == [1, 0]


@pytest.mark.hint("A good first score does not help in the ranking (rule 2).")
def test_edge_first_score_forgotten(candidate):
    """The best of the first stage is the last of the second"""
    V = np.array([[100, 0], [3, 1], [2, 2], [1, 3]])
    u, w = np.array([1, 0]), np.array([0, 1])
    assert candidate.two_stage_topk(u, V, 4, w, 0.0, 3) == [3, 2, 1]


@pytest.mark.hint("Fewer items than candidates, fewer candidates than k: all of them.")
@pytest.mark.parametrize(("n_candidates", "k"), [(3, 3), (4, 3), (3, 4), (100, 2), (2, 100), (1000, 1000)])
def test_edge_more_than_there_are(candidate, reference, draw, n_candidates, k):
    """More asked for than there are"""
    u, V, w = draw(8, 3, 2, 9)
    expected = reference.two_stage_topk(u, V, n_candidates, w, 1.0, k)
    assert candidate.two_stage_topk(u, V, n_candidates, w, 1.0, k) == expected


@pytest.mark.hint("k = 0, no candidates or no items: an empty list (rule 5).")
def test_edge_nothing(candidate, draw):
    """Nothing asked for, no candidates, no items"""
    u, V, w = draw(9, 5, 2, 9)
    assert candidate.two_stage_topk(u, V, 3, w, 0.0, 0) == []
    assert candidate.two_stage_topk(u, V, 0, w, 0.0, 3) == []
    assert candidate.two_stage_topk(u, np.zeros((0, 2)), 3, w, 0.0, 3) == []


@pytest.mark.hint("Vectors of one number, and a single item.")
def test_edge_one_dimension(candidate):
    """One dimension, and one item"""
    u, w = np.array([2.0]), np.array([-1.0])
    V = np.array([[1.0], [4.0], [3.0], [2.0]])
    assert candidate.two_stage_topk(u, V, 3, w, 0.0, 2) == [3, 2]
    assert candidate.two_stage_topk(u, V[:1], 1, w, 0.0, 1) == [0]


@pytest.mark.hint("Arrays of integers are allowed, and the ranking is the same.")
def test_edge_integer_arrays(candidate):
    """Arrays of integers"""
    V = np.array([[100, 100], [120, 90], [-100, 127], [127, 127]], dtype=np.int64)
    u, w = np.array([100, 100]), np.array([100, -100])
    assert candidate.two_stage_topk(u, V, 3, w, 0.5, 3) == [1, 0, 3]


@pytest.mark.hint("Scores that differ by little are different: no rounding, no single precision.")
def test_edge_small_differences(candidate):
    """Scores that differ by one in a thousand million"""
    n = 10**9
    V = np.array([[n, 3.0], [n + 1, 2.0], [n + 2, 1.0], [n - 1, 9.0]])
    u, w = np.array([1.0, 0.0]), np.array([1.0, 0.0])
    assert candidate.two_stage_topk(u, V, 2, w, 0.0, 2) == [2, 1]


@pytest.mark.hint("k and n_candidates below 0 must raise ValueError (rule 6).")
@pytest.mark.parametrize(("n_candidates", "k"), [(-1, 1), (1, -1), (-3, -2), (-1, 0), (0, -1)])
def test_edge_below_zero(candidate, draw, n_candidates, k):
    """Numbers below 0 are an error"""
    u, V, w = draw(10, 4, 2, 9)
    with pytest.raises(ValueError):
        candidate.two_stage_topk(u, V, n_candidates, w, 0.0, k)


@pytest.mark.hint("u and w of another length than the rows must raise ValueError: no broadcasting "
                  "(rule 6).")
@pytest.mark.parametrize(("of_u", "of_w"), [(1, 2), (3, 2), (2, 1), (2, 3)])
def test_edge_lengths(candidate, draw, of_u, of_w):
    """Vectors of another length are an error"""
    V = draw(11, 4, 2, 9)[1]
    for count in (4, 0):
        with pytest.raises(ValueError):
            candidate.two_stage_topk(np.ones(of_u), V[:count], 2, np.ones(of_w), 0.0, 1)


@pytest.mark.points(2)
@pytest.mark.hint("Some arrays may be of whole numbers and others not: none is to be cut to the type of another.")
def test_edge_mixed_types(candidate):
    """Whole numbers in some arrays and fractions in others"""
    whole, tenths = np.array([[1], [2]]), np.array([[0.1], [0.2]])
    for u, V, w in (([1], whole, [0.5]), ([1], whole, [0.1]), ([0.5], whole, [1]), ([1], tenths, [1]), ([0.5], tenths, [2])):
        assert candidate.two_stage_topk(np.array(u), V, 2, np.array(w), 0.0, 2) == [1, 0]
        assert candidate.two_stage_topk(np.array(u), V, 1, np.array(w), 0.0, 2) == [1]


@pytest.mark.hint("Scores that differ a little are not equal: nothing is rounded in the first stage either (rule 1).")
def test_edge_small_scores(candidate):
    """First scores of a ten-billionth"""
    V = np.array([[0.0], [1e-10], [5e-11]])
    assert candidate.two_stage_topk(np.array([1.0]), V, 1, np.array([1.0]), 0.0, 1) == [1]
    assert candidate.two_stage_topk(np.array([1.0]), V, 2, np.array([-1.0]), 0.0, 2) == [2, 1]


@pytest.mark.points(2)
@pytest.mark.hint("Of very many rows with equal scores the first are the candidates (rule 1).")
def test_edge_many_equal_scores(candidate):
    """A thousand rows with equal scores, and a better one at the end"""
    V = np.ones((1501, 1), dtype=int)
    V[-1] = 2
    assert candidate.two_stage_topk(np.array([1]), V, 2, np.array([0]), 0.0, 2) == [0, 1500]
    assert candidate.two_stage_topk(np.array([1]), V, 4, np.array([-1]), 0.0, 3) == [0, 1, 2]


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 7).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    u, V, w = draw(12, 30, 3, 9)
    candidate.two_stage_topk(u, V, 10, w, 0.5, 5)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"


@pytest.mark.hint("The probability is meant exactly: do not round what stands in the σ (rule 4).")
@pytest.mark.parametrize("step", [2.0**-27, 2.0**-40])
def test_edge_close_probabilities(candidate, step):
    """Probabilities that differ by little"""
    V = np.array([[1.0, 0.0], [1.0, step], [1.0, 2 * step]])
    u, w = np.array([1.0, 0.0]), np.array([0.0, 1.0])
    assert candidate.two_stage_topk(u, V, 3, w, 0.0, 3) == [2, 1, 0]
