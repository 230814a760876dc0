"""The examples of the prompt."""

import pytest

from grader.testing import close


@pytest.mark.hint("Always answering 0 has 0.9 too: recall of class 1 is 0, and E is 0.9.")
def test_ninety_percent(candidate):
    """The first example: nine of ten, and worth nothing"""
    assert candidate.accuracy_vs_baseline([0] * 9 + [1], [0] * 10) == close((0.9, 0.9, 0.5, 0.0))


@pytest.mark.hint("A class that is only predicted has no recall (rule 2).")
def test_only_predicted(candidate):
    """The second example: a class that is only predicted"""
    answer = candidate.accuracy_vs_baseline([1, 1, 2, 2], [1, 2, 2, 7])
    assert answer == close((0.5, 0.5, 0.5, 0.2))


@pytest.mark.hint("0/0 counts as 0 in kappa (rule 4).")
def test_one_class(candidate):
    """The third example: one class"""
    assert candidate.accuracy_vs_baseline([5, 5, 5], [5, 5, 5]) == close((1.0, 1.0, 1.0, 0.0))


@pytest.mark.hint("kappa may be negative (rule 3); different lengths are an error (rule 5).")
def test_all_wrong(candidate):
    """The last examples: all wrong, and lists of different lengths"""
    assert candidate.accuracy_vs_baseline([0, 1], [1, 0]) == close((0.0, 0.5, 0.0, -1.0))
    with pytest.raises(ValueError):
        candidate.accuracy_vs_baseline([0, 1], [0])
