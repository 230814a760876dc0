"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Compare with a slow version of your own on small random inputs.")
@pytest.mark.parametrize("k", [1, 3, 8])
def test_random_rows(candidate, reference, draw, k):
    """Random rows in three dimensions"""
    X, y, queries = draw(11 + k, 60, 3, 12, 50, [0, 1, 2])
    assert candidate.knn_predict(X, y, queries, k) == reference.knn_predict(X, y, queries, k)


@pytest.mark.points(2)
@pytest.mark.hint(
    "Many rows are equally far here. Sorting and partitioning must keep the order of the indices: "
    "numpy's default sort and argpartition do not."
)
@pytest.mark.parametrize("k", [2, 5, 31])
def test_random_equal_distances(candidate, reference, draw, k):
    """Many rows at the same distance"""
    X, y, queries = draw(5 * k, 300, 2, 20, 2, [3, 1, 2])
    assert candidate.knn_predict(X, y, queries, k) == reference.knn_predict(X, y, queries, k)


@pytest.mark.hint("Each query has an answer of its own, however many there are.")
def test_random_many_queries(candidate, reference, draw):
    """Many queries at once"""
    X, y, queries = draw(9, 12, 2, 200, 5, [4, 0, 7])
    assert candidate.knn_predict(X, y, queries, 3) == reference.knn_predict(X, y, queries, 3)


@pytest.mark.hint("After a partition at k the rows before it are in no order: which is the k-th?")
@pytest.mark.parametrize("k", [12, 60])
def test_random_large_k(candidate, reference, draw, k):
    """Hundreds of rows, and many neighbours"""
    X, y, queries = draw(k, 500, 3, 20, 1000, [0, 1, 2, 3, 4])
    assert candidate.knn_predict(X, y, queries, k) == reference.knn_predict(X, y, queries, k)


@pytest.mark.hint("k may be one less than the number of rows, equal to it, or one more (rule 2).")
@pytest.mark.parametrize("k", [8, 9, 10])
def test_random_k_about_n(candidate, reference, draw, k):
    """k next to the number of rows"""
    X, y, queries = draw(40 + k, 9, 2, 12, 4, [2, 1])
    assert candidate.knn_predict(X, y, queries, k) == reference.knn_predict(X, y, queries, k)


@pytest.mark.points(2)
@pytest.mark.hint("Squared distances of large coordinates overflow 32-bit integers, and float32.")
def test_random_large_coordinates(candidate, reference, draw):
    """Coordinates of a hundred thousand"""
    X, y, queries = draw(2, 80, 5, 15, 100_000, [0, 1, 2, 3])
    assert candidate.knn_predict(X, y, queries, 3) == reference.knn_predict(X, y, queries, 3)


@pytest.mark.points(2)
@pytest.mark.hint("Distances are exact: rows that differ by one at a million must be told apart.")
def test_edge_exact_at_a_million(candidate):
    """Rows near a million, one apart"""
    X = [[1_000_000, 999_999], [1_000_000, 1_000_000], [-1_000_000, 1_000_000]]
    y = [1, 2, 3]
    queries = [[-1_000_000, -1_000_000], [1_000_000, 1_000_000], [-999_999, 1_000_000]]
    assert candidate.knn_predict(X, y, queries, 1) == [3, 2, 3]


@pytest.mark.hint("Far from the origin, a² + b² - 2ab in floats loses the difference; in int64 not.")
def test_edge_far_from_the_origin(candidate):
    """A million from the origin and close together"""
    X = [[1_000_000 - i] * 6 for i in range(12)]
    y = list(range(12))
    queries = [[1_000_000 - i] * 6 for i in (0, 5, 11)]
    assert candidate.knn_predict(X, y, queries, 1) == [0, 5, 11]


# ---------------------------------------------------------------- relations that must hold

rows = st.lists(st.tuples(st.integers(-3, 3), st.integers(-3, 3)).map(list), min_size=1, max_size=12)


@pytest.mark.points(2)
@pytest.mark.hint("Labels are names, not numbers: nothing may be computed from their values.")
@settings(max_examples=15)
@given(X=rows, query=st.tuples(st.integers(-3, 3), st.integers(-3, 3)).map(list),
       k=st.integers(1, 6))
def test_relation_labels_are_names(candidate, X, query, k):
    """Renaming the labels renames the answers"""
    names = {0: 900, 1: -5, 2: 77}
    y = [i % 3 for i in range(len(X))]
    renamed = [names[label] for label in y]
    first = candidate.knn_predict(X, y, [query], k)
    second = candidate.knn_predict(X, renamed, [query], k)
    assert second == [names.get(label) for label in first.value]


@pytest.mark.points(2)
@pytest.mark.hint("Check the order of the neighbours and of the votes on the example that is shown.")
@given(X=rows, query=st.tuples(st.integers(-3, 3), st.integers(-3, 3)).map(list),
       k=st.integers(1, 8), data=st.data())
def test_random_small_inputs(candidate, reference, X, query, k, data):
    """Any small input"""
    y = data.draw(st.lists(st.integers(0, 2), min_size=len(X), max_size=len(X)))
    assert candidate.knn_predict(X, y, [query], k) == reference.knn_predict(X, y, [query], k)


@pytest.mark.hint("Each query is answered by itself: nothing may be kept from one to the next.")
def test_relation_order_of_queries(candidate, draw):
    """Turning the queries round turns the answers round"""
    X, y, queries = draw(8, 50, 2, 10, 6, [1, 2, 3])
    forward = candidate.knn_predict(X, y, queries, 4)
    backward = candidate.knn_predict(X, y, queries[::-1], 4)
    assert backward == list(forward.value)[::-1]


@pytest.mark.hint("Moving and stretching the space by whole numbers changes no order of distances.")
def test_relation_moved_and_stretched(candidate, reference, draw):
    """Moving and stretching the space changes nothing"""
    X, y, queries = draw(21, 60, 3, 10, 9, [0, 1, 2])
    far = [[3 * v + 17 for v in row] for row in X]
    expected = reference.knn_predict(X, y, queries, 5)
    assert candidate.knn_predict(far, y, [[3 * v + 17 for v in q] for q in queries], 5) == expected


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("On a tied vote the nearest label wins, whatever its value and place (rule 3).")
def test_edge_tied_votes(candidate):
    """Tied votes among four labels"""
    X = [[4], [1], [2], [3], [-4]]
    y = [1, 8, 5, 8, 5]
    assert candidate.knn_predict(X, y, [[0], [5], [2]], 4) == [8, 8, 8]
    assert candidate.knn_predict([[1], [2], [3], [4]], [3, 9, 9, 3], [[0], [5]], 4) == [3, 3]
    assert candidate.knn_predict([[1], [2], [3], [4]], [9, 3, 3, 9], [[0], [5]], 4) == [9, 9]


@pytest.mark.hint("A query that equals a training row counts that row (rule 4).")
def test_edge_query_is_a_row(candidate):
    """A query that equals a training row"""
    X, y = [[0, 0], [5, 5], [6, 6]], [1, 2, 2]
    assert candidate.knn_predict(X, y, [[0, 0], [5, 5]], 1) == [1, 2]


@pytest.mark.hint("Equal rows are separate neighbours, each with its own vote (rule 4).")
def test_edge_equal_rows(candidate):
    """Equal rows vote separately"""
    X, y = [[1], [1], [1], [0]], [4, 6, 6, 9]
    assert candidate.knn_predict(X, y, [[1]], 3) == [6]
    assert candidate.knn_predict(X, y, [[1]], 1) == [4]


@pytest.mark.hint("min(k, n) neighbours: a k above n is not an error (rule 2).")
def test_edge_k_far_above_n(candidate):
    """k far above the number of rows"""
    X, y = [[0], [1], [5]], [2, 7, 7]
    assert candidate.knn_predict(X, y, [[0], [9]], 1000) == [7, 7]
    assert candidate.knn_predict([[3]], [-1], [[100]], 4) == [-1]


@pytest.mark.hint("Labels may be negative, and large.")
def test_edge_odd_labels(candidate):
    """Negative and large labels"""
    X, y = [[0], [1], [10], [11]], [-7, -7, 10**12, 10**12]
    assert candidate.knn_predict(X, y, [[0], [12]], 3) == [-7, 10**12]
    assert candidate.knn_predict([[0], [5]], [2**53 + 1, 2**53], [[0], [6]], 1) == [2**53 + 1, 2**53]


@pytest.mark.hint("No queries: return an empty list (rule 5).")
def test_edge_no_queries(candidate):
    """No queries"""
    assert candidate.knn_predict([[1], [2]], [0, 1], [], 1) == []


@pytest.mark.hint("k below 1 must raise ValueError (rule 6).")
@pytest.mark.parametrize("k", [0, -1, -3])
def test_edge_k_below_one(candidate, k):
    """k below 1 is an error"""
    with pytest.raises(ValueError):
        candidate.knn_predict([[1], [2], [4], [7], [8], [9]], [0, 1, 1, 0, 1, 2], [[1], [5]], k)


@pytest.mark.hint("No training rows, or a different number of labels, must raise ValueError (rule 6).")
def test_edge_bad_training_data(candidate):
    """No rows, or rows and labels of different number, are an error"""
    for X, y in (([], []), ([[1], [2]], [0]), ([[1]], [0, 1])):
        with pytest.raises(ValueError):
            candidate.knn_predict(X, y, [[1]], 1)


@pytest.mark.points(2)
@pytest.mark.hint("Distances that differ by 1 among 10¹² are no tie: floats of 32 bits cannot tell them apart.")
def test_edge_nearly_equal_large_distances(candidate):
    """Large distances that differ by 1"""
    X, y = [[1_000_000, 1], [1_000_000, 0], [-1_000_000, 2]], [4, 6, 8]
    assert candidate.knn_predict(X, y, [[0, 0]], 1) == [6]
    assert candidate.knn_predict(X, y, [[0, 2]], 1) == [8]


@pytest.mark.hint("The squares may fit 32 bits, and their sum not: compute in 64 bits, or in Python's integers.")
def test_edge_sum_of_squares(candidate):
    """Distances whose squares fit 32 bits, and whose sums do not"""
    X = [[0, 0, 0], [20_000, 20_000, 20_000]]
    assert candidate.knn_predict(X, [1, 2], [[-20_000] * 3], 1) == [1]


@pytest.mark.points(2)
@pytest.mark.hint("In one column, too, rows at the same distance come by their index, whichever side they are on (rule 2).")
@pytest.mark.parametrize("k", [1, 2, 3, 5])
def test_edge_one_column(candidate, reference, k):
    """Equal values in a single column"""
    X, y = [[3], [0], [0], [3], [5], [0], [3]], [4, 1, 0, 6, 2, 3, 5]
    queries = [[v] for v in (-1, 0, 1, 2, 3, 4, 9)]
    assert candidate.knn_predict(X, y, queries, k) == reference.knn_predict(X, y, queries, k)


@pytest.mark.points(2)
@pytest.mark.hint("Some thousand rows, most of them equally far: the first of them is the nearest, and distances are "
                  "exact (rules 1 and 2).")
def test_edge_many_rows(candidate):
    """Fifteen hundred rows at two distances"""
    X = [[10**6 - 1000 * (i % 5 > 0)] * 8 for i in range(1500)]
    X[1200] = [5] * 8
    queries = [[-(10**6)] * 8, [10**6] * 8, [5] * 8]
    assert candidate.knn_predict(X, list(range(1500)), queries, 1) == [1200, 0, 1200]
    X[1200] = [10**6] * 8
    assert candidate.knn_predict(X, list(range(1500)), queries[:2], 1) == [1, 0]


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 7).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    X, y, queries = draw(3, 20, 2, 5, 9, [0, 1])
    candidate.knn_predict(X, y, queries, 3)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
