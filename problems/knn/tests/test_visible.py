"""The examples of the prompt."""

import pytest


def test_majority_of_three(candidate):
    """The first example: the majority of three neighbours"""
    X = [[1, 1], [2, 1], [8, 8], [9, 8]]
    assert candidate.knn_predict(X, [0, 0, 1, 1], [[1, 2], [9, 9]], 3) == [0, 1]


@pytest.mark.hint("On a tied vote the label of the nearest neighbour wins (rule 3).")
def test_tied_vote(candidate):
    """The second example: a tied vote goes to the nearest"""
    assert candidate.knn_predict([[0], [3]], [7, 2], [[1]], 2) == [7]


@pytest.mark.hint("At the same distance the row with the smaller index is nearer (rule 2).")
def test_tied_distance(candidate):
    """The third example: equal distances go by index"""
    assert candidate.knn_predict([[5], [-5]], [4, 9], [[0]], 1) == [4]


@pytest.mark.hint("With k larger than the number of rows, all of them vote (rule 2).")
def test_k_above_n(candidate):
    """The fourth example: k larger than the number of rows"""
    assert candidate.knn_predict([[0], [10]], [1, 2], [[9]], 50) == [2]


@pytest.mark.hint("Rows that equal the query, and each other, count and vote one by one (rule 4).")
def test_equal_rows(candidate):
    """The fifth example: rows that equal the query"""
    assert candidate.knn_predict([[2], [2], [2], [7]], [3, 8, 8, 3], [[2]], 3) == [8]


@pytest.mark.hint("No queries: return an empty list (rule 5).")
def test_no_queries(candidate):
    """The sixth example: no queries"""
    assert candidate.knn_predict([[1], [2]], [0, 1], [], 1) == []


@pytest.mark.hint("k < 1, no rows, or rows and labels that differ in number: ValueError (rule 6).")
@pytest.mark.parametrize(
    ("X", "y", "k"), [([[1], [2]], [0, 1], 0), ([], [], 1), ([[1], [2]], [0], 1)]
)
def test_errors(candidate, X, y, k):
    """The last examples: input that is an error"""
    with pytest.raises(ValueError):
        candidate.knn_predict(X, y, [[1]], k)
