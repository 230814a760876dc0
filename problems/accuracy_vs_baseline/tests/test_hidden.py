"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import array, close, items

NAMES = ("accuracy", "majority_rate", "balanced_accuracy", "kappa")


def four(answer):
    """The four numbers of an answer."""
    return array(answer, (4,)).tolist()


# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Count t, p and h of each class on ten rows by hand, then put them into the formulas.")
@pytest.mark.parametrize("place", range(4), ids=NAMES)
def test_random(candidate, reference, draw, place):
    """Random labels of four classes, number by number"""
    y, pred = draw(3, 90, [5, 3, 1, 1])
    expected = reference.accuracy_vs_baseline(y, pred)[place]
    assert items(candidate.accuracy_vs_baseline(y, pred), 4)[place] == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("Rare classes count as much as common ones in the balanced accuracy.")
@pytest.mark.parametrize("hit", [0.0, 0.3, 0.9])
def test_random_rare_classes(candidate, reference, draw, hit):
    """Many classes, most of them rare"""
    y, pred = draw(int(10 * hit), 150, [60, 20, 8, 4, 2, 2, 1, 1, 1, 1], hit)
    answer = candidate.accuracy_vs_baseline(y, pred)
    assert answer == close(reference.accuracy_vs_baseline(y, pred))


@pytest.mark.points(2)
@pytest.mark.hint("Compare with a slow version of your own that follows the formulas.")
@given(rows=st.lists(st.tuples(st.integers(-1, 2), st.integers(-1, 2)), min_size=1, max_size=8))
def test_random_small_inputs(candidate, reference, rows):
    """Any small input"""
    y, pred = [r[0] for r in rows], [r[1] for r in rows]
    answer = candidate.accuracy_vs_baseline(y, pred)
    assert answer == close(reference.accuracy_vs_baseline(y, pred))


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint("Labels are names: other names for the same classes change nothing.")
def test_relation_other_labels(candidate, draw):
    """Other labels for the same classes change nothing"""
    y, pred = draw(11, 50, [4, 2, 1])
    found = four(candidate.accuracy_vs_baseline(y, pred))
    names = {0: -(10**15), 1: 10**15 + 1, 2: -7}
    answer = candidate.accuracy_vs_baseline([names[v] for v in y], [names[v] for v in pred])
    assert answer == close(found)


@pytest.mark.points(2)
@pytest.mark.hint("True and predicted exchanged: accuracy and kappa stay as they are.")
@settings(max_examples=20)
@given(rows=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=9))
def test_relation_exchanged(candidate, rows):
    """True and predicted labels exchanged"""
    y, pred = [r[0] for r in rows], [r[1] for r in rows]
    found = four(candidate.accuracy_vs_baseline(y, pred))
    turned = four(candidate.accuracy_vs_baseline(pred, y))
    assert turned[0] == pytest.approx(found[0]), "accuracy changed when y and pred were exchanged"
    assert turned[3] == pytest.approx(found[3]), "kappa changed when y and pred were exchanged"


@pytest.mark.hint("Shares only: every row twice changes nothing, nor does the order of the rows.")
def test_relation_every_row_twice(candidate, draw):
    """Every row twice, and rows in another order"""
    y, pred = draw(12, 40, [3, 2, 1])
    found = four(candidate.accuracy_vs_baseline(y, pred))
    assert candidate.accuracy_vs_baseline(y * 2, pred * 2) == close(found)
    assert candidate.accuracy_vs_baseline(y[::-1], pred[::-1]) == close(found)


@pytest.mark.points(2)
@pytest.mark.hint("Recall of a class depends on its own rows: more of them, of the same recall, change no mean.")
def test_relation_more_of_one_class(candidate, draw):
    """A class becomes five times as common"""
    y, pred = draw(13, 60, [3, 2, 1])
    found = four(candidate.accuracy_vs_baseline(y, pred))
    extra = [(a, b) for a, b in zip(y, pred) if a == 2] * 4
    more = four(
        candidate.accuracy_vs_baseline(y + [a for a, _ in extra], pred + [b for _, b in extra])
    )
    assert more[2] == pytest.approx(found[2]), "the balanced accuracy depends on how common a class is"


@pytest.mark.hint("Answering the commonest class always has accuracy = majority_rate and kappa 0.")
@pytest.mark.parametrize("k", [2, 5])
def test_relation_baseline(candidate, draw, k):
    """The baseline itself"""
    y, _ = draw(14, 80, [6, *[1] * (k - 1)])
    found = four(candidate.accuracy_vs_baseline(y, [0] * 80))
    assert found[0] == pytest.approx(found[1]), "the baseline has the accuracy of the baseline"
    assert found[2] == pytest.approx(1 / k), "one class of k is always right, the others never"
    assert found[3] == pytest.approx(0, abs=1e-9), "a constant answer has kappa 0"


# ---------------------------------------------------------------- edge cases


@pytest.mark.hint("All right: 1, the share of the commonest class, 1 and 1.")
def test_edge_perfect(candidate):
    """All right"""
    answer = candidate.accuracy_vs_baseline([3, 1, 2, 1], [3, 1, 2, 1])
    assert answer == close((1.0, 0.5, 1.0, 1.0))


@pytest.mark.points(2)
@pytest.mark.hint("E is Σ t·p/n²: of both, true and predicted shares (rule 3).")
def test_edge_chance(candidate):
    """What chance would have"""
    answer = candidate.accuracy_vs_baseline([0, 0, 0, 1], [0, 0, 1, 1])
    assert answer == close((0.75, 0.75, 5 / 6, 0.5))
    answer = candidate.accuracy_vs_baseline([0, 0, 1, 2], [1, 1, 1, 1])
    assert answer == close((0.25, 0.5, 1 / 3, 0.0))


@pytest.mark.points(2)
@pytest.mark.hint("Worse than chance: kappa is negative, and not cut off at 0 (rule 3).")
def test_edge_worse_than_chance(candidate):
    """Worse than chance"""
    answer = candidate.accuracy_vs_baseline([0, 0, 1, 1], [1, 1, 1, 0])
    assert answer == close((0.25, 0.5, 0.25, -0.5))


@pytest.mark.points(2)
@pytest.mark.hint("The commonest true class, also where another is predicted most (rule 1).")
def test_edge_majority(candidate):
    """Another class is predicted most"""
    answer = candidate.accuracy_vs_baseline([4, 4, 9, 8], [9, 9, 9, 9])
    assert answer == close((0.25, 0.5, 1 / 3, 0.0))


@pytest.mark.points(2)
@pytest.mark.hint("The classes of y alone have a recall (rule 2).")
def test_edge_never_true(candidate):
    """Classes that are predicted and never true"""
    answer = candidate.accuracy_vs_baseline([0, 0, 0, 1], [0, 5, 6, 1])
    assert answer == close((0.5, 0.75, 2 / 3, (0.5 - 4 / 16) / (1 - 4 / 16)))
    answer = candidate.accuracy_vs_baseline([2, 2], [3, 4])
    assert answer == close((0.0, 1.0, 0.0, 0.0))


@pytest.mark.points(2)
@pytest.mark.hint("kappa is 0 where all is one class, however many rows (rule 4).")
@pytest.mark.parametrize("n", [1, 7, 49])
def test_edge_one_class(candidate, n):
    """One class only, and predicted so"""
    assert candidate.accuracy_vs_baseline([-3] * n, [-3] * n) == close((1.0, 1.0, 1.0, 0.0))


@pytest.mark.hint("E = 0 is no 0/0: nothing in common, kappa 0 for another reason.")
def test_edge_nothing_in_common(candidate):
    """No label in common"""
    assert candidate.accuracy_vs_baseline([0, 1, 1], [2, 3, 3]) == close((0.0, 2 / 3, 0.0, 0.0))


@pytest.mark.hint("Only E = 1 is the case of rule 4, not an E near 1: one row of another class is enough.")
def test_edge_nearly_one_class(candidate):
    """One row in a quarter of a million is of another class"""
    y = [0] * 250_000 + [1]
    assert candidate.accuracy_vs_baseline(y, y) == close((1.0, 250_000 / 250_001, 1.0, 1.0))


@pytest.mark.hint("Labels may be negative, and far apart: no room for all numbers in between.")
def test_edge_far_labels(candidate):
    """Negative labels, and labels far apart"""
    y, pred = [-1, -1, 10**12, -(10**12)], [-1, 10**12, 10**12, 0]
    assert candidate.accuracy_vs_baseline(y, pred) == close((0.5, 0.5, 0.5, (0.5 - 4 / 16) / (1 - 4 / 16)))


@pytest.mark.hint("Labels that differ are not the same, however near: 64-bit whole numbers, no floats.")
def test_edge_near_labels(candidate):
    """Large labels that differ by one"""
    big = 2**60
    assert candidate.accuracy_vs_baseline([big, big + 1], [big + 1, big + 1]) == close((0.5, 0.5, 0.5, 0.0))


@pytest.mark.hint("Lists of different lengths must raise ValueError, also where one has one row.")
@pytest.mark.parametrize(("n", "m"), [(2, 3), (3, 2), (1, 3), (3, 1), (0, 1), (1, 0)])
def test_edge_lengths(candidate, n, m):
    """Lists of different lengths are an error"""
    with pytest.raises(ValueError):
        candidate.accuracy_vs_baseline([1] * n, [1] * m)


@pytest.mark.hint("No rows: ValueError (rule 5).")
def test_edge_no_rows(candidate):
    """No rows are an error"""
    with pytest.raises(ValueError):
        candidate.accuracy_vs_baseline([], [])


@pytest.mark.hint("Labels may be larger than 32 bits hold: these two are not the same.")
def test_edge_labels_beyond_32_bits(candidate):
    """Labels that are alike in 32 bits"""
    y, pred = [0, 2**32, 0, 2**32 + 5], [2**32, 0, 0, 5]
    assert candidate.accuracy_vs_baseline(y, pred) == close((0.25, 0.5, 1 / 6, -1 / 11))


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 6).")
def test_edge_arguments_unchanged(candidate):
    """The arguments are not changed"""
    candidate.accuracy_vs_baseline([2, 0, 1, 0], [1, 0, 2, 2])
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
