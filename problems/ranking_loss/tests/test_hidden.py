"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

from math import inf, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import close, number

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Count the pairs of a few documents by hand.")
@pytest.mark.parametrize("share", [0.5, 0.1, 0.9])
def test_random(candidate, reference, draw, share):
    """Random scores, all different"""
    y, scores = draw(int(100 * share), 120, share)
    expected = reference.ranking_loss(y, scores)
    assert candidate.ranking_loss(y, scores) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("Many scores are equal here, in both labels: each such pair counts half.")
@pytest.mark.parametrize("values", [2, 5, 20])
def test_random_ties(candidate, reference, draw, values):
    """Random scores with many ties"""
    y, scores = draw(values, 150, 0.3, values)
    expected = reference.ranking_loss(y, scores)
    assert candidate.ranking_loss(y, scores) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("Compare with two nested loops over a few documents.")
@given(rows=st.lists(st.tuples(st.integers(0, 1), st.integers(-3, 3)), max_size=9))
def test_random_small_inputs(candidate, reference, rows):
    """Any small input"""
    rows = [*rows, (1, 0), (0, 1)]
    y, scores = [r[0] for r in rows], [r[1] / 2 for r in rows]
    assert candidate.ranking_loss(y, scores) == close(reference.ranking_loss(y, scores))


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.hint("Only the order of the scores matters, not their size.")
def test_relation_monotone(candidate, draw):
    """Stretching, moving and bending the scores changes nothing"""
    y, scores = draw(21, 80, 0.4, 12)
    loss = number(candidate.ranking_loss(y, scores))
    assert candidate.ranking_loss(y, [64 * s - 1000 for s in scores]) == close(loss)
    assert candidate.ranking_loss(y, [s**3 for s in scores]) == close(loss)


@pytest.mark.points(2)
@pytest.mark.hint("With the signs of the scores turned, wrong pairs are right, and tied ones tied.")
@settings(max_examples=15)
@given(seed=st.integers(0, 10**6))
def test_relation_turned_scores(candidate, draw, seed):
    """Turning the scores round gives 1 less the loss"""
    y, scores = draw(seed, 30, 0.4, 6)
    loss = number(candidate.ranking_loss(y, scores))
    assert candidate.ranking_loss(y, [-s for s in scores]) == close(1 - loss)


@pytest.mark.hint("With the labels exchanged, wrong pairs are right, and tied ones tied.")
def test_relation_exchanged_labels(candidate, draw):
    """Exchanging the labels gives 1 less the loss"""
    y, scores = draw(22, 60, 0.3, 10)
    loss = number(candidate.ranking_loss(y, scores))
    assert candidate.ranking_loss([1 - v for v in y], scores) == close(1 - loss)


@pytest.mark.hint("The order in which the documents are given means nothing, among ties too.")
def test_relation_order_of_documents(candidate, draw):
    """The order of the documents changes nothing"""
    y, scores = draw(23, 200, 0.3, 4)
    loss = number(candidate.ranking_loss(y, scores))
    assert candidate.ranking_loss(y[::-1], scores[::-1]) == close(loss)
    order = sorted(range(200), key=lambda i: (-y[i], i))
    moved = candidate.ranking_loss([y[i] for i in order], [scores[i] for i in order])
    assert moved == close(loss)


@pytest.mark.points(2)
@pytest.mark.hint("The mean is over P * N pairs: more irrelevant documents alike leave it.")
def test_relation_class_ratio(candidate, draw):
    """Repeating every irrelevant document changes nothing"""
    y, scores = draw(24, 40, 0.5, 9)
    loss = number(candidate.ranking_loss(y, scores))
    extra = [s for v, s in zip(y, scores) if v == 0] * 3
    assert candidate.ranking_loss(y + [0] * len(extra), scores + extra) == close(loss)


@pytest.mark.hint("The mean is over P * N pairs: every document twice leaves it.")
def test_relation_every_document_twice(candidate, draw):
    """Every document twice changes nothing"""
    y, scores = draw(25, 40, 0.5, 9)
    loss = number(candidate.ranking_loss(y, scores))
    assert candidate.ranking_loss(y * 2, scores * 2) == close(loss)


# ---------------------------------------------------------------- edge cases


@pytest.mark.hint("All scores equal: every pair is tied.")
def test_edge_all_tied(candidate):
    """All scores are equal"""
    assert candidate.ranking_loss([0, 1, 1, 0, 1], [0.5] * 5) == close(0.5)
    assert candidate.ranking_loss([1, 1, 1, 0], [0.0] * 4) == close(0.5)


@pytest.mark.hint("A perfect order has no wrong pair.")
def test_edge_perfect(candidate):
    """A perfect order"""
    assert candidate.ranking_loss([0, 0, 1, 1], [0.1, 0.2, 0.3, 0.4]) == close(0.0)
    assert candidate.ranking_loss([1, 0], [1.0, 0.0]) == close(0.0)


@pytest.mark.hint("Two documents are one pair.")
def test_edge_one_pair(candidate):
    """One pair"""
    assert candidate.ranking_loss([1, 0], [0.2, 0.7]) == close(1.0)
    assert candidate.ranking_loss([0, 1], [0.2, 0.2]) == close(0.5)


@pytest.mark.points(2)
@pytest.mark.hint("Within a run of equal scores no order may be assumed: pairs across count half.")
def test_edge_runs_of_ties(candidate):
    """Runs of equal scores"""
    y = [1, 1, 0, 0, 0, 1, 0]
    scores = [0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.75]
    assert candidate.ranking_loss(y, scores) == close(7.5 / 12)
    assert candidate.ranking_loss(y[::-1], scores[::-1]) == close(7.5 / 12)


@pytest.mark.points(2)
@pytest.mark.hint("Scores are tied only if they are equal: no tolerance, no rounding, no 32 bits.")
def test_edge_nearly_tied(candidate):
    """Scores that nearly tie"""
    assert candidate.ranking_loss([1, 0], [0.3, 0.1 + 0.2]) == close(1.0)
    assert candidate.ranking_loss([1, 0], [0.1 + 0.2, 0.3]) == close(0.0)
    assert candidate.ranking_loss([1, 0, 1], [1e-12, 2e-12, 3e-12]) == close(0.5)
    assert candidate.ranking_loss([0, 1], [16777217.0, 16777216.0]) == close(1.0)
    assert candidate.ranking_loss([0, 1], [5e-324, 0.0]) == close(1.0)


@pytest.mark.hint("Scores of any size: not only from 0 to 1.")
def test_edge_scores_beyond_one(candidate):
    """Negative and very large scores"""
    y, scores = [1, 0, 1, 0], [-3.5, -3.25, 1e308, -1e308]
    assert candidate.ranking_loss(y, scores) == close(0.25)
    assert candidate.ranking_loss([0, 1, 0], [-7.0, -7.5, -8.0]) == close(0.5)
    assert candidate.ranking_loss([0, 1], [0.75, 0.25]) == close(1.0)


@pytest.mark.hint("Whole numbers are scores too.")
def test_edge_integer_scores(candidate):
    """Whole numbers as scores"""
    assert candidate.ranking_loss([1, 0, 1, 0], [3, 2, 1, 1]) == close(1.5 / 4)


@pytest.mark.hint("0.0 equals -0.0 (rule 2).")
def test_edge_negative_zero(candidate):
    """Zero and negative zero"""
    assert candidate.ranking_loss([1, 0, 0], [-0.0, 0.0, -1.0]) == close(0.25)


@pytest.mark.points(2)
@pytest.mark.hint("inf is above everything but inf, -inf below; equal ones are tied (rule 3).")
def test_edge_infinities(candidate):
    """Infinite scores of both signs"""
    assert candidate.ranking_loss([1, 0, 1, 0], [-inf, -inf, inf, inf]) == close(0.5)
    assert candidate.ranking_loss([1, 0, 0], [-inf, -inf, 1e308]) == close(0.75)
    assert candidate.ranking_loss([1, 0], [inf, 1e308]) == close(0.0)
    assert candidate.ranking_loss([1, 0, 0], [0.0, -inf, inf]) == close(0.5)


@pytest.mark.hint("One label only, or no documents: ValueError (rule 4).")
@pytest.mark.parametrize(("y", "scores"), [([0, 0, 0], [0.1, 0.2, 0.3]), ([1], [0.5]), ([], [])])
def test_edge_no_pair(candidate, y, scores):
    """No pair at all is an error"""
    with pytest.raises(ValueError):
        candidate.ranking_loss(y, scores)


@pytest.mark.hint("A score that is nan must raise ValueError, whatever its label (rule 4).")
@pytest.mark.parametrize("place", [0, 1, 3])
def test_edge_nan(candidate, place):
    """A score that is nan is an error"""
    scores = [0.1, 0.2, 0.3, 0.4]
    scores[place] = nan
    with pytest.raises(ValueError):
        candidate.ranking_loss([0, 1, 0, 1], scores)


@pytest.mark.hint("Labels other than 0 and 1 must raise ValueError (rule 4).")
@pytest.mark.parametrize("y", [[1, 0, 2], [1, 0, -1], [1, -1, -1], [2, 1, 2]])
def test_edge_other_labels(candidate, y):
    """Labels other than 0 and 1 are an error"""
    with pytest.raises(ValueError):
        candidate.ranking_loss(y, [0.1, 0.2, 0.3])


@pytest.mark.hint("Lists of different lengths must raise ValueError (rule 4).")
@pytest.mark.parametrize("y", [[1, 0], [1, 0, 1, 0]])
def test_edge_lengths(candidate, y):
    """Lists of different lengths are an error"""
    with pytest.raises(ValueError):
        candidate.ranking_loss(y, [0.1, 0.2, 0.3])


@pytest.mark.hint("All pairs count, however many: beware of what is left over after the last whole block.")
def test_edge_more_than_a_block(candidate):
    """A thousand documents with one label, and a few with the other"""
    for many in (1025, 2100):
        assert candidate.ranking_loss([1] * many + [0], [0.0] * many + [1.0]) == close(1.0)
        assert candidate.ranking_loss([0] * many + [1], [0.0] * many + [1.0]) == close(0.0)
        assert candidate.ranking_loss([1] + [0] * many, [0.5] + [0.5] * many) == close(0.5)


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 5).")
def test_edge_arguments_unchanged(candidate):
    """The arguments are not changed"""
    candidate.ranking_loss([1, 0, 1, 0, 0], [0.1, 0.9, 0.5, 0.5, 0.3])
    assert candidate.arguments_unchanged, "the arguments were changed by the call"


@pytest.mark.hint("Labels are 0 and 1 and nothing between: do not cut them to integers (rule 4).")
def test_edge_half_a_label(candidate):
    """A label between 0 and 1 is an error"""
    with pytest.raises(ValueError):
        candidate.ranking_loss([1, 0, 0.5], [0.5, 0.2, 0.1])
