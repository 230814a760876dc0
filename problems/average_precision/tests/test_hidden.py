"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

from math import inf, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import close, number

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("From the highest score down; recall over all positives, precision over the flagged.")
@pytest.mark.parametrize("share", [0.5, 0.1, 0.9])
def test_random(candidate, reference, draw, share):
    """Random scores, all different"""
    y, scores = draw(int(100 * share), 120, share)
    assert candidate.average_precision(y, scores) == close(reference.average_precision(y, scores))


@pytest.mark.points(2)
@pytest.mark.hint("Many scores are equal here: one step for each distinct score, not for each row.")
@pytest.mark.parametrize("values", [2, 5, 20])
def test_random_ties(candidate, reference, draw, values):
    """Random scores with many ties"""
    y, scores = draw(values, 150, 0.3, values)
    assert candidate.average_precision(y, scores) == close(reference.average_precision(y, scores))


@pytest.mark.points(2)
@pytest.mark.hint("Compare with a slow version of your own: flag, count, threshold by threshold.")
@given(rows=st.lists(st.tuples(st.integers(0, 1), st.integers(-3, 3)), max_size=9))
def test_random_small_inputs(candidate, reference, rows):
    """Any small input"""
    rows = [*rows, (1, 0)]
    y, scores = [r[0] for r in rows], [r[1] / 2 for r in rows]
    assert candidate.average_precision(y, scores) == close(reference.average_precision(y, scores))


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.hint("Only the order of the scores matters, not their size.")
def test_relation_monotone(candidate, draw):
    """Stretching, moving and bending the scores changes nothing"""
    y, scores = draw(21, 80, 0.4, 12)
    ap = number(candidate.average_precision(y, scores))
    assert candidate.average_precision(y, [64 * s - 1000 for s in scores]) == close(ap)
    assert candidate.average_precision(y, [s**3 for s in scores]) == close(ap)


@pytest.mark.points(2)
@pytest.mark.hint("The order in which the rows are given means nothing, among ties too.")
@settings(max_examples=15)
@given(seed=st.integers(0, 10**6))
def test_relation_order_of_rows(candidate, draw, seed):
    """The order of the rows changes nothing"""
    y, scores = draw(seed, 30, 0.4, 5)
    ap = number(candidate.average_precision(y, scores))
    assert candidate.average_precision(y[::-1], scores[::-1]) == close(ap)
    order = sorted(range(30), key=lambda i: (-y[i], i))
    moved = candidate.average_precision([y[i] for i in order], [scores[i] for i in order])
    assert moved == close(ap)


@pytest.mark.hint("Every row twice changes no share.")
def test_relation_every_row_twice(candidate, draw):
    """Every row twice changes nothing"""
    y, scores = draw(25, 40, 0.5, 9)
    ap = number(candidate.average_precision(y, scores))
    assert candidate.average_precision(y * 2, scores * 2) == close(ap)


@pytest.mark.points(2)
@pytest.mark.hint("Negatives below the last positive add nothing: the sum ends where recall is 1.")
def test_relation_negatives_at_the_end(candidate, draw):
    """Negatives below all positives change nothing"""
    y, scores = draw(26, 40, 0.5, 9)
    ap = number(candidate.average_precision(y, scores))
    more = [min(scores) - 1 - i for i in range(30)]
    assert candidate.average_precision(y + [0] * 30, scores + more) == close(ap)


# ---------------------------------------------------------------- edge cases


@pytest.mark.hint("A perfect order has average precision 1.")
def test_edge_perfect(candidate):
    """A perfect order"""
    assert candidate.average_precision([0, 0, 1, 1], [0.1, 0.2, 0.3, 0.4]) == close(1.0)
    assert candidate.average_precision([1, 0, 0], [0.9, 0.5, 0.1]) == close(1.0)


@pytest.mark.points(2)
@pytest.mark.hint("The worst order: precision is low, and not 0.")
def test_edge_worst(candidate):
    """The worst order"""
    assert candidate.average_precision([0, 0, 0, 1], [4.0, 3.0, 2.0, 1.0]) == close(0.25)
    answer = candidate.average_precision([0, 0, 1, 1], [4.0, 3.0, 2.0, 1.0])
    assert answer == close(0.5 / 3 + 0.25)


@pytest.mark.points(2)
@pytest.mark.hint("Precision is taken as it is: no envelope, no trapezoids (rule 3).")
def test_edge_no_interpolation(candidate):
    """Precision that rises again"""
    y, scores = [1, 0, 0, 1, 1, 1], [6.0, 5.0, 4.0, 3.0, 2.0, 1.0]
    expected = (1 + 2 / 4 + 3 / 5 + 4 / 6) / 4
    assert candidate.average_precision(y, scores) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("Within a run of equal scores all are flagged at once, at the run's last precision.")
def test_edge_runs_of_ties(candidate):
    """Runs of equal scores"""
    y, scores = [1, 0, 0, 1, 1, 0], [0.5, 0.5, 0.5, 0.25, 0.25, 0.75]
    expected = (1 / 3) * (1 / 4) + (2 / 3) * (3 / 6)
    assert candidate.average_precision(y, scores) == close(expected)
    assert candidate.average_precision(y[::-1], scores[::-1]) == close(expected)


@pytest.mark.hint("Only positives: the result is 1, no error (rule 5).")
def test_edge_only_positives(candidate):
    """Positives only"""
    assert candidate.average_precision([1, 1, 1], [0.3, 0.2, 0.2]) == close(1.0)
    assert candidate.average_precision([1], [-4.0]) == close(1.0)


@pytest.mark.points(2)
@pytest.mark.hint("Scores are the same only if they are equal: no tolerance, no rounding, no 32 bits.")
def test_edge_nearly_tied(candidate):
    """Scores that nearly tie"""
    assert candidate.average_precision([1, 0], [0.3, 0.1 + 0.2]) == close(0.5)
    assert candidate.average_precision([1, 0], [0.1 + 0.2, 0.3]) == close(1.0)
    assert candidate.average_precision([1, 0, 1], [1e-12, 2e-12, 3e-12]) == close(5 / 6)
    assert candidate.average_precision([0, 1], [16777216.0, 16777217.0]) == close(1.0)
    assert candidate.average_precision([1, 0], [0.0, -0.0]) == close(0.5)


@pytest.mark.hint("Scores of any size: not only from 0 to 1.")
def test_edge_scores_beyond_one(candidate):
    """Negative and very large scores"""
    assert candidate.average_precision([1, 0, 1, 0], [-3.5, -3.25, 1e308, -1e308]) == close(5 / 6)
    assert candidate.average_precision([0, 1, 0], [-7.0, -7.5, -8.0]) == close(0.5)


@pytest.mark.hint("Whole numbers are scores too.")
def test_edge_integer_scores(candidate):
    """Whole numbers as scores"""
    assert candidate.average_precision([1, 0, 1, 0], [3, 2, 1, 1]) == close(0.75)


@pytest.mark.hint("inf is the highest score and -inf the lowest; equal ones are flagged together.")
def test_edge_infinities(candidate):
    """Infinite scores of both signs"""
    y, scores = [1, 0, 1, 1, 0], [inf, inf, 1e308, -inf, -inf]
    assert candidate.average_precision(y, scores) == close((1 / 2 + 2 / 3 + 3 / 5) / 3)
    assert candidate.average_precision([0, 1], [-inf, 0.0]) == close(1.0)
    assert candidate.average_precision([1, 0], [-inf, -inf]) == close(0.5)


@pytest.mark.hint("No positives, or no rows: ValueError, not 0 (rule 6).")
@pytest.mark.parametrize(("y", "scores"), [([0, 0, 0], [0.1, 0.2, 0.3]), ([0], [0.5]), ([], [])])
def test_edge_no_positives(candidate, y, scores):
    """No positives, or no rows, are an error"""
    with pytest.raises(ValueError):
        candidate.average_precision(y, scores)


@pytest.mark.hint("A score that is nan must raise ValueError, whatever its label (rule 6).")
@pytest.mark.parametrize("place", [0, 1, 3])
def test_edge_nan(candidate, place):
    """A score that is nan is an error"""
    scores = [0.1, 0.2, 0.3, 0.4]
    scores[place] = nan
    with pytest.raises(ValueError):
        candidate.average_precision([0, 1, 0, 1], scores)


@pytest.mark.hint("Labels other than 0 and 1 must raise ValueError (rule 6).")
@pytest.mark.parametrize("y", [[1, 0, 2], [1, 0, -1], [1, -1, -1], [2, 1, 2], [0.5, 0, 1]])
def test_edge_other_labels(candidate, y):
    """Labels other than 0 and 1 are an error"""
    with pytest.raises(ValueError):
        candidate.average_precision(y, [0.1, 0.2, 0.3])


@pytest.mark.hint("Lists of different lengths must raise ValueError (rule 6).")
@pytest.mark.parametrize("y", [[1, 0], [1, 0, 1, 0]])
def test_edge_lengths(candidate, y):
    """Lists of different lengths are an error"""
    with pytest.raises(ValueError):
        candidate.average_precision(y, [0.1, 0.2, 0.3])


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 7).")
def test_edge_arguments_unchanged(candidate):
    """The arguments are not changed"""
    candidate.average_precision([1, 0, 1, 0, 0], [0.1, 0.9, 0.5, 0.5, 0.3])
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
