"""The examples of the prompt."""

import numpy as np
import pytest

U, W = np.array([1, 0]), np.array([0, 1])


@pytest.mark.hint("Only candidates of the first stage are ranked, and by the second score alone.")
def test_two_stages(candidate):
    """The first example: an item that is no candidate"""
    V = np.array([[1, 0], [3, 1], [2, 5], [0, 9]])
    assert candidate.two_stage_topk(U, V, 3, W, 0.0, 2) == [2, 1]


@pytest.mark.hint("At equal scores the smaller row number comes first, in both stages.")
def test_ties(candidate):
    """The second example: equal scores in both stages"""
    V = np.array([[1, 2], [1, 7], [1, 7], [1, 7]])
    assert candidate.two_stage_topk(U, V, 3, W, 0.0, 2) == [1, 2]


@pytest.mark.hint("σ rounds to 1.0: order by what stands in it (rule 4).")
def test_large_scores(candidate):
    """The third example: probabilities near 1"""
    V = np.array([[1, 40], [1, 50], [1, 60]])
    assert candidate.two_stage_topk(U, V, 3, W, 0.0, 3) == [2, 1, 0]


@pytest.mark.hint("Fewer than asked for: all (rules 1 and 3). k below 0: ValueError (rule 6).")
def test_few_items(candidate):
    """The fourth example: fewer items than asked for, and a negative k"""
    V = np.array([[1, 0], [3, 1]])
    assert candidate.two_stage_topk(U, V, 50, W, 0.5, 50) == [1, 0]
    with pytest.raises(ValueError):
        candidate.two_stage_topk(U, V, 2, W, 0.5, -1)
