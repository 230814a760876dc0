"""The examples of the prompt."""

from math import inf

import pytest


@pytest.mark.hint("Count FP and FN at each score; a score on the threshold is flagged (rule 1).")
def test_five_rows(candidate, check):
    """The first example: five rows"""
    answer = candidate.cost_threshold([1, 0, 1, 0, 0], [0.9, 0.8, 0.7, 0.4, 0.1], 1.0, 5.0)
    check(answer, (0.7, 1.0))


@pytest.mark.hint("inf is a candidate; of several best thresholds the largest (rules 3 and 4).")
def test_flag_nothing(candidate, check):
    """The second example: a tie between flagging nothing and flagging all"""
    check(candidate.cost_threshold([0, 1], [0.9, 0.5], 1.0, 1.0), (inf, 1.0))


@pytest.mark.hint("Rows of the same score are flagged together.")
def test_tied_scores(candidate, check):
    """The third example: rows of the same score"""
    answer = candidate.cost_threshold([1, 0, 0, 1], [0.5, 0.5, 0.5, 0.2], 1.0, 3.0)
    check(answer, (0.2, 2.0))


@pytest.mark.hint("Labels other than 0 and 1 must raise ValueError (rule 7).")
def test_other_label(candidate):
    """The fourth example: another label is an error"""
    with pytest.raises(ValueError):
        candidate.cost_threshold([1, 2], [0.5, 0.1], 1.0, 1.0)
