"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import array, close

AVERAGES = ["macro", "weighted", "micro"]


def three(answer):
    return tuple(array(answer, (3,)).tolist())


# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Count TP, FP and FN of each class by hand on the first example.")
@pytest.mark.parametrize("average", AVERAGES)
def test_random(candidate, reference, draw, average):
    """Random labels of four classes"""
    y_true, y_pred = draw(7, 60, [0, 1, 2, 3])
    expected = reference.precision_recall_f1(y_true, y_pred, average)
    assert candidate.precision_recall_f1(y_true, y_pred, average) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("Classes of very different size: macro does not care, weighted does.")
@pytest.mark.parametrize("average", AVERAGES)
def test_random_unbalanced(candidate, reference, draw, average):
    """Random labels, one class rare"""
    y_true, y_pred = draw(8, 150, [1] * 20 + [2] * 9 + [3], 0.6)
    expected = reference.precision_recall_f1(y_true, y_pred, average)
    assert candidate.precision_recall_f1(y_true, y_pred, average) == close(expected)


@pytest.mark.hint("Two classes are classes like any others: there is no positive one.")
@pytest.mark.parametrize("average", AVERAGES)
def test_random_two_classes(candidate, reference, draw, average):
    """Random labels of two classes"""
    y_true, y_pred = draw(9, 80, [0, 1, 1], 0.4)
    expected = reference.precision_recall_f1(y_true, y_pred, average)
    assert candidate.precision_recall_f1(y_true, y_pred, average) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("Compare with a slow version of your own; classes may be missing on either side.")
@settings(max_examples=30)
@given(
    rows=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=7),
    average=st.sampled_from(AVERAGES),
)
def test_random_small_inputs(candidate, reference, rows, average):
    """Any small input"""
    y_true, y_pred = [r[0] for r in rows], [r[1] for r in rows]
    expected = reference.precision_recall_f1(y_true, y_pred, average)
    assert candidate.precision_recall_f1(y_true, y_pred, average) == close(expected)


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint("FP and FN change places when truth and prediction do; F1 stays.")
@pytest.mark.parametrize("average", ["macro", "micro"])
def test_relation_swapped(candidate, draw, average):
    """Truth for prediction swaps precision and recall"""
    y_true, y_pred = draw(10, 50, [0, 1, 2], 0.3)
    precision, recall, f1 = three(candidate.precision_recall_f1(y_true, y_pred, average))
    swapped = candidate.precision_recall_f1(y_pred, y_true, average)
    assert swapped == close((recall, precision, f1))


@pytest.mark.points(2)
@pytest.mark.hint("Labels are names: any integers, negative and large ones too.")
@pytest.mark.parametrize("average", AVERAGES)
def test_relation_other_labels(candidate, draw, average):
    """Other labels change nothing"""
    y_true, y_pred = draw(11, 50, [0, 1, 2], 0.4)
    expected = three(candidate.precision_recall_f1(y_true, y_pred, average))
    names = {0: 10**15, 1: -3, 2: 4}
    renamed = [[names[v] for v in y] for y in (y_true, y_pred)]
    assert candidate.precision_recall_f1(*renamed, average) == close(expected)


@pytest.mark.hint("The order of the rows means nothing, and every row twice changes no share.")
@pytest.mark.parametrize("average", AVERAGES)
def test_relation_order_and_copies(candidate, draw, average):
    """Rows turned round and doubled change nothing"""
    y_true, y_pred = draw(12, 40, [5, 6, 9], 0.4)
    expected = three(candidate.precision_recall_f1(y_true, y_pred, average))
    turned = candidate.precision_recall_f1(y_true[::-1] * 2, y_pred[::-1] * 2, average)
    assert turned == close(expected)


@pytest.mark.hint("Micro averages and the weighted recall are the share of hits.")
@settings(max_examples=10)
@given(seed=st.integers(0, 10**6))
def test_relation_share_of_hits(candidate, draw, seed):
    """Micro averages and weighted recall are the share of hits"""
    y_true, y_pred = draw(seed, 23, [0, 1, 2, 3], 0.4)
    hits = sum(t == p for t, p in zip(y_true, y_pred)) / 23
    assert candidate.precision_recall_f1(y_true, y_pred, "micro") == close((hits, hits, hits))
    assert candidate.precision_recall_f1(y_true, y_pred, "weighted")[1] == close(hits)


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("The mean of the classes' F1 is not the F1 of the means (rule 3).")
def test_edge_f1_of_means(candidate):
    """F1 is averaged itself"""
    y_true, y_pred = [0, 0, 0, 0, 1, 1], [0, 1, 1, 1, 1, 1]
    assert candidate.precision_recall_f1(y_true, y_pred) == close((0.7, 0.625, 0.4 / 2 + 4 / 14))
    weighted = candidate.precision_recall_f1(y_true, y_pred, "weighted")
    assert weighted == close((0.8, 0.5, 0.4 * 2 / 3 + 4 / 21))


@pytest.mark.points(2)
@pytest.mark.hint("0/0 counts as 0: a class is never predicted, or never true (rule 2).")
@pytest.mark.parametrize("average", ["macro", "weighted"])
def test_edge_nothing_over_nothing(candidate, average):
    """Classes that are never predicted, or never true"""
    share = {"macro": 1 / 4, "weighted": 1 / 3}[average]
    answer = candidate.precision_recall_f1([1, 2, 3], [1, 4, 4], average)
    assert answer == close((share, share, share))


@pytest.mark.hint("Nothing is right: three zeros, and no division by zero.")
def test_edge_nothing_right(candidate):
    """No row is right"""
    for average in AVERAGES:
        answer = candidate.precision_recall_f1([0, 0, 1], [1, 2, 2], average)
        assert answer == close((0.0, 0.0, 0.0))


@pytest.mark.hint("All rows right: three ones.")
def test_edge_all_right(candidate):
    """All rows are right"""
    for average in AVERAGES:
        answer = candidate.precision_recall_f1([3, 7, 7, 5], [3, 7, 7, 5], average)
        assert answer == close((1.0, 1.0, 1.0))


@pytest.mark.hint("A gap between labels is not a class.")
def test_edge_gaps(candidate):
    """Labels with gaps between them"""
    answer = candidate.precision_recall_f1([2, 2, 9, 9], [2, 9, 9, 9])
    assert answer == close((5 / 6, 0.75, 11 / 15))


@pytest.mark.hint("One class, one row.")
def test_edge_one_row(candidate):
    """One row"""
    for average in AVERAGES:
        assert candidate.precision_recall_f1([0], [0], average) == close((1.0, 1.0, 1.0))
        assert candidate.precision_recall_f1([-1], [0], average) == close((0.0, 0.0, 0.0))


@pytest.mark.hint("Weights are shares of the true labels, not of the predicted ones (rule 4).")
def test_edge_weights(candidate):
    """Weights by the true labels"""
    answer = candidate.precision_recall_f1([0, 0, 0, 1], [0, 1, 1, 1], "weighted")
    assert answer == close((0.75 + 1 / 12, 0.5, 0.375 + 0.125))


@pytest.mark.hint("Nothing is rounded, and nothing small is added to the denominators.")
def test_edge_exact(candidate):
    """Numbers are not rounded"""
    answer = candidate.precision_recall_f1([0] * 7 + [1] * 7, [0] * 4 + [1] * 10)
    assert answer == close((0.85, 11 / 14, 4 / 11 + 7 / 17), rtol=1e-7)


@pytest.mark.hint("No rows must raise ValueError (rule 6).")
def test_edge_no_rows(candidate):
    """No rows are an error"""
    for average in AVERAGES:
        with pytest.raises(ValueError):
            candidate.precision_recall_f1([], [], average)


@pytest.mark.hint("Lists of different lengths must raise ValueError (rule 6).")
@pytest.mark.parametrize("y_pred", [[0, 1], [0, 1, 1, 0], []])
def test_edge_lengths(candidate, y_pred):
    """Lists of different lengths are an error"""
    with pytest.raises(ValueError):
        candidate.precision_recall_f1([0, 1, 1], y_pred, "macro")


@pytest.mark.hint("Any other average must raise ValueError, near misses too (rule 6).")
@pytest.mark.parametrize("average", ["Macro", "samples", ""])
def test_edge_other_averages(candidate, average):
    """Other averages are an error"""
    with pytest.raises(ValueError):
        candidate.precision_recall_f1([0, 1, 1], [0, 1, 0], average)


@pytest.mark.points(2)
@pytest.mark.hint("Rows are counted, and there may be hundreds of one kind: count in a type that holds them.")
@pytest.mark.parametrize("average", AVERAGES)
def test_edge_hundreds_of_a_kind(candidate, average):
    """Hundreds of rows of one class"""
    y = [1] * 256 + [2] * 512 + [3] * 300
    assert candidate.precision_recall_f1(y, y, average) == close((1.0, 1.0, 1.0))


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 7).")
def test_edge_arguments_unchanged(candidate):
    """The arguments are not changed"""
    candidate.precision_recall_f1([2, 0, 1, 1], [1, 0, 2, 1], "weighted")
    assert candidate.arguments_unchanged, "the arguments were changed by the call"


@pytest.mark.hint("Large labels that differ by one, or by 2**32, are different: no floats, no 32 bits.")
@pytest.mark.parametrize(("a", "b"), [(-(2**53), -(2**53) - 1), (-1, -1 - 2**32)])
def test_edge_large_labels(candidate, a, b):
    """Large labels that are nearly the same"""
    assert candidate.precision_recall_f1([a, b, a], [a, a, a]) == close((1 / 3, 0.5, 0.4))
