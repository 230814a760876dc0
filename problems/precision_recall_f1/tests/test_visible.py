"""The examples of the prompt."""

import pytest

from grader.testing import close

TRUE, PRED = [0, 0, 1, 1, 2], [0, 1, 1, 1, 0]


@pytest.mark.hint("F1 is the mean of the classes' F1; 0/0 is 0 (rules 2 and 3).")
def test_macro(candidate):
    """The first example: macro, by default"""
    assert candidate.precision_recall_f1(TRUE, PRED) == close((7 / 18, 0.5, 13 / 30))


@pytest.mark.hint("A class weighs what its share of the true labels is (rule 4).")
def test_weighted(candidate):
    """The second example: weighted"""
    assert candidate.precision_recall_f1(TRUE, PRED, "weighted") == close((7 / 15, 0.6, 0.52))


@pytest.mark.hint("Counts are added up over all classes first (rule 5).")
def test_micro(candidate):
    """The third example: micro"""
    assert candidate.precision_recall_f1(TRUE, PRED, "micro") == close((0.6, 0.6, 0.6))


@pytest.mark.hint("A class that is only predicted is a class (rule 1), of weight 0 (rule 4).")
def test_predicted_only(candidate):
    """The fourth example: a class that is only predicted"""
    assert candidate.precision_recall_f1([1, 1, 1], [1, 1, 5]) == close((0.5, 1 / 3, 0.4))
    weighted = candidate.precision_recall_f1([1, 1, 1], [1, 1, 5], "weighted")
    assert weighted == close((1.0, 2 / 3, 0.8))


@pytest.mark.hint("An average that is not one of the three must raise ValueError (rule 6).")
def test_no_such_average(candidate):
    """The fifth example: no such average is an error"""
    with pytest.raises(ValueError):
        candidate.precision_recall_f1([1, 0], [1, 0], "binary")
