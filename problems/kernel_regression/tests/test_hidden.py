"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.testing import array, close

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Compute two points by hand: exp(-½ ((q - x) / h)²), and the weighted mean.")
@pytest.mark.parametrize("h", [0.3, 1.0, 4.0, 30.0])
def test_random_points(candidate, reference, draw, h):
    """Random points, bandwidths from narrow to wide"""
    x, y, queries = draw(int(10 * h), 60, 25, 6.0)
    expected = reference.kernel_regression(x, y, queries, h)
    assert candidate.kernel_regression(x, y, queries, h) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint(
    "Between sparse points the weights underflow: subtract the largest exponent first."
)
@pytest.mark.parametrize("h", [0.01, 0.05])
def test_random_sparse(candidate, reference, draw, h):
    """Random points, many bandwidths apart"""
    x, y, queries = draw(int(1000 * h), 25, 40, 6.0)
    expected = reference.kernel_regression(x, y, queries, h)
    assert candidate.kernel_regression(x, y, queries, h) == close(expected)


@pytest.mark.hint("However many points there are: all of them count, for at least one query at a time.")
def test_random_many_points(candidate, reference, draw):
    """A hundred thousand points, three queries"""
    x, y, queries = draw(7, 100_000, 3, 6.0)
    expected = reference.kernel_regression(x, y, queries, 0.5)
    assert candidate.kernel_regression(x, y, queries, 0.5) == close(expected)


numbers = st.integers(-4, 4)


@pytest.mark.points(2)
@pytest.mark.hint("Compute two points by hand: exp(-½ ((q - x) / h)²), and the weighted mean.")
@given(
    points=st.lists(st.tuples(numbers, numbers), min_size=1, max_size=5),
    queries=st.lists(st.integers(-60, 60), max_size=3),
    h=st.sampled_from([0.5, 1, 3]),
)
def test_random_small(candidate, reference, points, queries, h):
    """Any few points"""
    x, y = [a for a, _ in points], [b for _, b in points]
    answer = candidate.kernel_regression(x, y, queries, h)
    if queries:
        assert answer == close(reference.kernel_regression(x, y, queries, h))
    else:
        assert len(answer) == 0, "there are predictions, and no queries"


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint("A weighted mean lies between the smallest and the largest value.")
def test_relation_between(candidate, draw):
    """Predictions lie between the smallest and the largest value"""
    x, y, queries = draw(3, 30, 20, 100.0)
    found = array(candidate.kernel_regression(x, y, queries, 0.7), (20,))
    assert found.min() >= min(y) - 1e-9, "a prediction is below all values"
    assert found.max() <= max(y) + 1e-9, "a prediction is above all values"


@pytest.mark.points(2)
@pytest.mark.hint("Predictions follow y: twice y plus 3 gives twice the prediction plus 3.")
def test_relation_values_scaled(candidate, draw):
    """Twice the values plus three"""
    x, y, queries = draw(4, 30, 15, 5.0)
    first = array(candidate.kernel_regression(x, y, queries, 0.5), (15,))
    scaled = candidate.kernel_regression(x, [2 * v + 3 for v in y], queries, 0.5)
    assert scaled == close((2 * first + 3).tolist())


@pytest.mark.hint("Moving all x, or stretching x and h together, changes nothing.")
def test_relation_moved_and_stretched(candidate, draw):
    """The line moved, turned round, and stretched with the bandwidth"""
    x, y, queries = draw(5, 30, 15, 5.0)
    first = candidate.kernel_regression(x, y, queries, 0.5).value
    for scale, shift in ((1.0, 64.0), (-1.0, 0.0), (8.0, 0.0), (0.125, 0.0)):
        moved = candidate.kernel_regression(
            [scale * v + shift for v in x],
            y,
            [scale * q + shift for q in queries],
            0.5 * abs(scale),
        )
        assert moved == close(first)


@pytest.mark.hint("The order of the points means nothing; every point twice changes nothing.")
def test_relation_order_and_copies(candidate, draw):
    """The points in another order, and twice"""
    x, y, queries = draw(6, 30, 15, 5.0)
    first = candidate.kernel_regression(x, y, queries, 0.5).value
    assert candidate.kernel_regression(x[::-1], y[::-1], queries, 0.5) == close(first)
    assert candidate.kernel_regression(x + x, y + y, queries, 0.5) == close(first)


@pytest.mark.hint("Each query is answered by itself, and in its place.")
def test_relation_queries(candidate, draw):
    """The queries in another order, and one by one"""
    x, y, queries = draw(7, 20, 6, 5.0)
    first = list(candidate.kernel_regression(x, y, queries, 0.5).value)
    assert candidate.kernel_regression(x, y, queries[::-1], 0.5) == close(first[::-1])
    for q, expected in zip(queries[:3], first, strict=False):
        assert candidate.kernel_regression(x, y, [q], 0.5) == close([expected])


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("The exponent is -½ ((q - x) / h)²: with the ½, with h squared, with the square.")
def test_edge_kernel(candidate):
    """Weights at one and two bandwidths"""
    for h in (0.5, 1.0, 2.0, 3.0):
        one, two = exp(-0.5 / h**2), exp(-2.0 / h**2)
        expected = [two / (1 + one + two)]
        assert candidate.kernel_regression([0, 1, 2], [0, 0, 1], [0], h) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint(
    "Far away the weights underflow to 0 / 0: subtract the largest exponent (rule 2)."
)
def test_edge_far_away(candidate):
    """Hundreds, thousands and a million bandwidths away"""
    x, y = [0.0, 1.0, 4.0], [7.0, -2.0, 3.0]
    for far in (60.0, 1000.0, 1_000_000.0):
        answer = candidate.kernel_regression(x, y, [far, -far, 2.0], 0.5)
        assert answer[0] == close(3.0)
        assert answer[1] == close(7.0)


@pytest.mark.points(2)
@pytest.mark.hint(
    "Almost underflown weights have lost their digits: do not wait for 0 / 0 (rule 2)."
)
@pytest.mark.parametrize("far", [37.5, 38.5, 38.57, 40.0])
def test_edge_almost_underflown(candidate, far):
    """Where floats lose the digits of the weights"""
    ratio = exp(-0.5 * ((far + 0.01) ** 2 - far**2))
    expected = [(4.0 + 1.0 * ratio) / (1 + ratio)]
    assert candidate.kernel_regression([0.0, -0.01], [4.0, 1.0], [far], 1.0) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint(
    "Far away, several points may still weigh in: this is not the nearest alone (rule 2)."
)
def test_edge_far_and_mixed(candidate):
    """Far from two points that weigh alike"""
    far, gap = 100.0, 1 / 128
    ratio = exp(-0.5 * ((far + gap) ** 2 - far**2))
    expected = [(2.0 + 10.0 * ratio) / (1 + ratio)]
    assert candidate.kernel_regression([0.0, -gap], [2.0, 10.0], [far], 1.0) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("Several nearest points: the mean of their values, not the first (rule 2).")
def test_edge_several_nearest(candidate):
    """Several points nearest, on one side and on both"""
    x, y = [0.0, 8.0, 8.0, 0.0, 8.0], [1.0, 2.0, 6.0, 3.0, 10.0]
    answer = candidate.kernel_regression(x, y, [-50.0, 4.0, 90.0], 0.01)
    assert answer == close([2.0, 4.4, 6.0])


@pytest.mark.hint("Only some queries are far: each is treated by itself.")
def test_edge_near_and_far_queries(candidate):
    """Near and far queries in one call"""
    answer = candidate.kernel_regression([0, 1], [2, 6], [1e6, 0.5, -1e6, 0.5], 1.0)
    assert answer == close([6.0, 4.0, 2.0, 4.0])


@pytest.mark.points(2)
@pytest.mark.hint("All points weigh in, those beyond three bandwidths too (rule 1).")
def test_edge_tails(candidate):
    """A large value six bandwidths away"""
    expected = [(1.0 + 1e6 * exp(-18.0)) / (1 + exp(-18.0))]
    assert candidate.kernel_regression([0.0, 6.0], [1.0, 1e6], [0.0], 1.0) == close(expected)
    expected = [1e6 * exp(-8.0) / (1 + exp(-8.0))]
    assert candidate.kernel_regression([0.0, 2.0], [0.0, 1e6], [0.0], 0.5) == close(expected)
    for far, value in ((6.5, 0.001), (7.6, 0.0), (8.1, 0.0), (9.0, 0.0)):
        expected = [(value + 1e6 * exp(-0.5 * far * far)) / (1 + exp(-0.5 * far * far))]
        answer = candidate.kernel_regression([0.0, far], [value, 1e6], [0.0], 1.0)
        assert answer == close(expected, atol=0)


@pytest.mark.hint("A point at the query counts like all others: it is not left out (rule 1).")
def test_edge_query_at_a_point(candidate):
    """Queries that are points"""
    w = exp(-0.5)
    expected = [(5.0 + w) / (1 + w), (1.0 + 5.0 * w) / (1 + w)]
    assert candidate.kernel_regression([0.0, 1.0], [5.0, 1.0], [0.0, 1.0], 1.0) == close(expected)


@pytest.mark.hint("Equal points count each, also with different values (rule 3).")
def test_edge_equal_points(candidate):
    """The same point three times"""
    w = exp(-0.5)
    expected = [(2.0 + 4.0 + 9.0 + w) / (3 + w)]
    assert candidate.kernel_regression([1, 1, 1, 2], [2, 4, 9, 1], [1], 1) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("Whole numbers in, numbers with fractions out: the result must not be cut.")
def test_edge_whole_numbers(candidate):
    """Nothing but whole numbers given"""
    w = exp(-0.5)
    expected = [(1 + 2 * w) / (1 + w), (2 + w) / (1 + w)]
    assert candidate.kernel_regression([0, 1], [1, 2], [0, 1], 1) == close(expected)


@pytest.mark.hint("One point: its value, everywhere.")
def test_edge_one_point(candidate):
    """One point"""
    answer = candidate.kernel_regression([2.5], [-4.25], [2.5, 0.0, 1e6, -77.0], 0.001)
    assert answer == close([-4.25] * 4)


@pytest.mark.hint("A very wide bandwidth gives the mean of all values.")
def test_edge_wide_bandwidth(candidate):
    """A bandwidth of a million"""
    answer = candidate.kernel_regression([0, 1, 2, 7], [1, 2, 3, 10], [0, 3, -5], 1e6)
    assert answer == close([4.0, 4.0, 4.0])


@pytest.mark.hint("A very narrow bandwidth gives the value of the nearest point.")
def test_edge_narrow_bandwidth(candidate):
    """A bandwidth of a millionth"""
    answer = candidate.kernel_regression([0, 1, 2], [5, -7, 9], [0.2, 1.3, 1.0, 500000.5], 1e-6)
    assert answer == close([5.0, -7.0, -7.0, 9.0])
    w = exp(-0.5)
    answer = candidate.kernel_regression([0.0, 1e-6], [1.0, 2.0], [0.0], 1e-6)
    assert answer == close([(1 + 2 * w) / (1 + w)])


@pytest.mark.points(2)
@pytest.mark.hint("Far away two near points still weigh in by their proportions, not the nearest alone (rule 2).")
def test_edge_far_from_a_close_pair(candidate):
    """Two hundred bandwidths from two points that are close together"""
    for q, nearer in ((200.0, 1), (-200.0, 0)):
        other = exp(-0.01 * abs(q) - 0.5 * 0.01**2 + (0.01**2 if nearer else 0.0))
        values = [1.0, 2.0]
        expected = (values[nearer] + other * values[1 - nearer]) / (1 + other)
        assert candidate.kernel_regression([0.0, 0.01], values, [q], 1.0) == close([expected])


@pytest.mark.hint("Negative values and values of 0 are values like all others.")
def test_edge_negative_values(candidate):
    """Negative values, and predictions of 0"""
    answer = candidate.kernel_regression([-1, 1], [-3, 3], [0, -1000, 1000], 1.0)
    assert answer == close([0.0, -3.0, 3.0])
    assert candidate.kernel_regression([-5, 5], [0, 0], [0, 9], 2.0) == close([0.0, 0.0])


@pytest.mark.hint("32 bits are too few: x may differ by little and be large.")
def test_edge_large_coordinates(candidate):
    """Points around a million, close together"""
    w = exp(-0.5)
    x = [999_999.0, 999_999.03125, 999_999.0625]
    expected = [(3.0 + 8.0 * w + 5.0 * w) / (1 + 2 * w)]
    assert candidate.kernel_regression(x, [8, 3, 5], [999_999.03125], 0.03125) == close(expected)


@pytest.mark.hint("No queries give an empty result (rule 4); one number for each query otherwise.")
def test_edge_no_queries(candidate):
    """No queries, one query, and more queries than points"""
    assert candidate.kernel_regression([1.0, 2.0], [3.0, 4.0], [], 1.0) == []
    array(candidate.kernel_regression([1.0, 2.0], [3.0, 4.0], [1.5], 1.0), (1,))
    array(candidate.kernel_regression([1.0, 2.0], [3.0, 4.0], [1.5] * 7, 1.0), (7,))


@pytest.mark.points(2)
@pytest.mark.hint("h of 0 and below must raise ValueError, also without queries (rule 5).")
@pytest.mark.parametrize("h", [0, 0.0, -1.0])
def test_edge_bandwidth(candidate, h):
    """A bandwidth of 0 or below is an error"""
    for queries in ([0.5], []):
        with pytest.raises(ValueError):
            candidate.kernel_regression([0.0, 1.0], [2.0, 6.0], queries, h)


@pytest.mark.points(2)
@pytest.mark.hint("No points, or x and y of different length, must raise ValueError (rule 5).")
def test_edge_bad_points(candidate):
    """No points, and lists of different length, are an error"""
    for x, y in (([], []), ([1.0, 2.0], [1.0]), ([1.0], [1.0, 2.0]), ([], [1.0]), ([1.0], [])):
        for queries in ([0.5], []):
            with pytest.raises(ValueError):
                candidate.kernel_regression(x, y, queries, 1.0)


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 6).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    candidate.kernel_regression(*draw(8, 20, 10, 5.0), 0.5)
    assert candidate.arguments_unchanged, "the arguments were changed by the call: sorted in place?"
