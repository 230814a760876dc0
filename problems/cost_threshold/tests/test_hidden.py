"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

from math import inf, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import number

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("cost_fp for each honest row flagged, cost_fn for each fraud that is not.")
@pytest.mark.parametrize("costs", [(1.0, 1.0), (1.0, 8.0), (2.5, 0.75)])
def test_random(candidate, reference, draw, check, costs):
    """Random scores, all different"""
    y, scores = draw(int(10 * costs[1]), 120, 0.3)
    expected = reference.cost_threshold(y, scores, *costs)
    check(candidate.cost_threshold(y, scores, *costs), expected)


@pytest.mark.points(2)
@pytest.mark.hint("Many scores are equal here: rows of one score are flagged together.")
@pytest.mark.parametrize("values", [2, 5, 20])
def test_random_tied_scores(candidate, reference, draw, check, values):
    """Random scores, many of them equal"""
    y, scores = draw(values, 150, 0.4, values)
    expected = reference.cost_threshold(y, scores, 1.0, 1.5)
    check(candidate.cost_threshold(y, scores, 1.0, 1.5), expected)


@pytest.mark.points(2)
@pytest.mark.hint("Try all candidates on a few rows; of equal costs the largest threshold (rule 4).")
@given(
    rows=st.lists(st.tuples(st.integers(0, 1), st.integers(-3, 3)), min_size=1, max_size=8),
    costs=st.tuples(st.sampled_from([0.0, 1.0, 2.0]), st.sampled_from([0.0, 1.0, 3.0])),
)
def test_random_small_inputs(candidate, reference, check, rows, costs):
    """Any small input"""
    y, scores = [r[0] for r in rows], [r[1] / 2 for r in rows]
    expected = reference.cost_threshold(y, scores, *costs)
    check(candidate.cost_threshold(y, scores, *costs), expected)


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint("The returned cost must be that of the returned threshold, by rules 1 and 2.")
@settings(max_examples=15)
@given(seed=st.integers(0, 10**6))
def test_relation_cost_of_the_threshold(candidate, draw, seed):
    """The cost is that of the threshold, and no other threshold costs less"""
    y, scores = draw(seed, 25, 0.4, 9)
    threshold, cost = map(number, candidate.cost_threshold(y, scores, 1.0, 2.0))

    def price(t):
        fp = sum(s >= t and label == 0 for label, s in zip(y, scores))
        return fp + 2 * sum(s < t and label == 1 for label, s in zip(y, scores))

    assert threshold in [*scores, inf], "the threshold is none of the scores, and not inf"
    assert cost == price(threshold), "the cost is not that of the returned threshold"
    assert cost == min(map(price, [*scores, inf])), "another threshold costs less"


@pytest.mark.hint("The order in which the rows are given means nothing.")
def test_relation_order_of_rows(candidate, draw, check):
    """The order of the rows changes nothing"""
    y, scores = draw(23, 60, 0.4, 9)
    expected = tuple(map(number, candidate.cost_threshold(y, scores, 1.0, 2.0)))
    check(candidate.cost_threshold(y[::-1], scores[::-1], 1.0, 2.0), expected)


@pytest.mark.hint("Costs are summed: twice the rows, or four times the costs, is so much more.")
def test_relation_scaled_costs(candidate, draw, check):
    """Rows doubled and costs multiplied"""
    y, scores = draw(24, 50, 0.4, 12)
    threshold, cost = map(number, candidate.cost_threshold(y, scores, 1.0, 2.0))
    check(candidate.cost_threshold(y, scores, 4.0, 8.0), (threshold, 4 * cost))
    check(candidate.cost_threshold(y * 2, scores * 2, 1.0, 2.0), (threshold, 2 * cost))


@pytest.mark.hint("The threshold is a score as it is: when the scores move, it moves with them.")
def test_relation_moved_scores(candidate, draw, check):
    """Stretched and moved scores"""
    y, scores = draw(25, 50, 0.4, 12)
    threshold, cost = map(number, candidate.cost_threshold(y, scores, 1.0, 1.25))
    moved = [8 * s - 64 for s in scores]
    check(candidate.cost_threshold(y, moved, 1.0, 1.25), (8 * threshold - 64, cost))


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("Several thresholds have the least cost: the largest of them (rule 4).")
def test_edge_tied_thresholds(candidate, check):
    """Several thresholds of the least cost"""
    y, scores = [1, 0, 1, 0, 1], [5.0, 4.0, 3.0, 2.0, 1.0]
    check(candidate.cost_threshold(y, scores, 1.0, 1.0), (5.0, 2.0))
    check(candidate.cost_threshold(y[::-1], scores[::-1], 1.0, 1.0), (5.0, 2.0))
    check(candidate.cost_threshold([0, 1, 1, 0], [4.0, 3.0, 2.0, 1.0], 2.0, 1.0), (inf, 2.0))


@pytest.mark.points(2)
@pytest.mark.hint("Flagging nothing is a candidate, and its threshold is inf (rule 3).")
def test_edge_flag_nothing(candidate, check):
    """It is cheapest to flag nothing"""
    check(candidate.cost_threshold([0, 0, 1], [0.9, 0.8, 0.7], 5.0, 1.0), (inf, 1.0))
    check(candidate.cost_threshold([1, 0], [0.1, 0.2], 3.0, 2.0), (inf, 2.0))


@pytest.mark.hint("Flagging everything: the threshold is the smallest score.")
def test_edge_flag_everything(candidate, check):
    """It is cheapest to flag everything"""
    check(candidate.cost_threshold([1, 0, 1], [0.9, 0.8, 0.7], 1.0, 10.0), (0.7, 1.0))
    check(candidate.cost_threshold([1, 1, 0], [-2.0, -3.0, -2.5], 1.0, 10.0), (-3.0, 1.0))


@pytest.mark.hint("One label only: flag nothing, or everything (rule 6).")
def test_edge_one_label(candidate, check):
    """One label only"""
    check(candidate.cost_threshold([0, 0, 0], [0.3, 0.1, 0.2], 1.0, 5.0), (inf, 0.0))
    check(candidate.cost_threshold([1, 1, 1], [0.3, 0.1, 0.2], 1.0, 5.0), (0.1, 0.0))
    check(candidate.cost_threshold([1], [0.5], 1.0, 1.0), (0.5, 0.0))
    check(candidate.cost_threshold([0], [0.5], 1.0, 1.0), (inf, 0.0))


@pytest.mark.hint("A cost of 0 is a cost: then many thresholds tie, and the largest wins.")
def test_edge_costs_of_zero(candidate, check):
    """Costs of 0"""
    y, scores = [1, 0, 1, 0], [0.9, 0.8, 0.7, 0.1]
    check(candidate.cost_threshold(y, scores, 0.0, 1.0), (0.7, 0.0))
    check(candidate.cost_threshold(y, scores, 1.0, 0.0), (inf, 0.0))
    check(candidate.cost_threshold(y, scores, 0, 0), (inf, 0.0))


@pytest.mark.hint("Costs with fractions, and whole numbers: beware of integer arrays.")
def test_edge_kinds_of_costs(candidate, check):
    """Costs with fractions, and whole numbers"""
    y, scores = [0, 1, 0, 1], [4, 3, 2, 1]
    check(candidate.cost_threshold(y, scores, 1, 4), (1, 2))
    check(candidate.cost_threshold(y, scores, 0.5, 0.75), (1, 1.0))
    check(candidate.cost_threshold(y, scores, 0.25, 0.25), (inf, 0.5))
    check(candidate.cost_threshold([1], [0.5], 1.0, 2.0**-40), (0.5, 0.0))
    check(candidate.cost_threshold([0, 1, 1], [0.9, 0.5, 0.1], 2.0**-41, 2.0**-41), (0.1, 2.0**-41))


@pytest.mark.points(2)
@pytest.mark.hint("The threshold is a score itself; near scores are different ones (rules 3 and 5).")
def test_edge_near_scores(candidate, check):
    """Scores that are nearly the same"""
    check(candidate.cost_threshold([0, 1], [0.3, 0.1 + 0.2], 1.0, 1.0), (0.1 + 0.2, 0.0))
    check(candidate.cost_threshold([0, 1, 0], [1e-12, 3e-12, 2e-12], 1.0, 1.0), (3e-12, 0.0))
    check(candidate.cost_threshold([0, 1], [16777216.0, 16777217.0], 1.0, 1.0), (16777217.0, 0.0))


@pytest.mark.hint("A run of equal scores is flagged whole: its cost counts at its end.")
def test_edge_runs_of_equal_scores(candidate, check):
    """Runs of equal scores"""
    y, scores = [1, 0, 0, 0, 1, 1, 0], [0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.75]
    check(candidate.cost_threshold(y, scores, 1.0, 1.0), (inf, 3.0))
    check(candidate.cost_threshold([1, 0], [0.5, 0.5], 1.0, 3.0), (0.5, 1.0))
    check(candidate.cost_threshold(y, scores, 1.0, 2.0), (0.25, 4.0))
    check(candidate.cost_threshold(y[::-1], scores[::-1], 1.0, 2.0), (0.25, 4.0))


@pytest.mark.hint("No rows must raise ValueError (rule 7).")
def test_edge_no_rows(candidate):
    """No rows are an error"""
    with pytest.raises(ValueError):
        candidate.cost_threshold([], [], 1.0, 1.0)


@pytest.mark.hint("A negative cost must raise ValueError (rule 7).")
@pytest.mark.parametrize("costs", [(-1.0, 1.0), (1.0, -0.5)])
def test_edge_negative_costs(candidate, costs):
    """A negative cost is an error"""
    with pytest.raises(ValueError):
        candidate.cost_threshold([1, 0], [0.2, 0.1], *costs)


@pytest.mark.hint("A score that is nan or infinite must raise ValueError (rule 7).")
@pytest.mark.parametrize("bad", [nan, inf, -inf])
def test_edge_scores_not_finite(candidate, bad):
    """Scores that are not finite are an error"""
    for place in range(2):
        scores = [0.1, 0.2, 0.3]
        scores[place] = bad
        with pytest.raises(ValueError):
            candidate.cost_threshold([0, 1, 0], scores, 1.0, 1.0)


@pytest.mark.hint("Labels other than 0 and 1 must raise ValueError (rule 7).")
@pytest.mark.parametrize("y", [[1, 0, 2], [1, 0, -1], [-1, -1, 1]])
def test_edge_other_labels(candidate, y):
    """Labels other than 0 and 1 are an error"""
    with pytest.raises(ValueError):
        candidate.cost_threshold(y, [0.1, 0.2, 0.3], 1.0, 1.0)


@pytest.mark.hint("Lists of different lengths must raise ValueError (rule 7).")
@pytest.mark.parametrize("y", [[1, 0], [1, 0, 1, 0], []])
def test_edge_lengths(candidate, y):
    """Lists of different lengths are an error"""
    with pytest.raises(ValueError):
        candidate.cost_threshold(y, [0.1, 0.2, 0.3], 1.0, 1.0)


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 8).")
def test_edge_arguments_unchanged(candidate):
    """The arguments are not changed"""
    candidate.cost_threshold([1, 0, 1, 0, 0], [0.1, 0.9, 0.5, 0.5, 0.3], 1.0, 2.0)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
