"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import close, number

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Compare with the slopes of all pairs, on small random inputs.")
@pytest.mark.parametrize("n", [2, 9, 120])
def test_random_floats(candidate, reference, draw, n):
    """Random points, all x different"""
    points = draw(n, n)
    assert candidate.max_pairwise_slope(points) == close(reference.max_pairwise_slope(points))


@pytest.mark.points(2)
@pytest.mark.hint(
    "Many x are equal here. From a column the lowest point makes the steepest line to the right, "
    "the highest the steepest line from the left: keep both."
)
@pytest.mark.parametrize(("seed", "n", "width"), [(1, 8, 2), (2, 14, 4), (3, 200, 9), (4, 300, 60)])
def test_random_grid(candidate, reference, draw, seed, n, width):
    """Random points on a grid, many with equal x"""
    points = draw(seed, n, width)
    assert candidate.max_pairwise_slope(points) == close(reference.max_pairwise_slope(points))


points_on_a_grid = st.lists(st.tuples(st.integers(-3, 3), st.integers(-5, 5)), max_size=7)


@pytest.mark.points(2)
@pytest.mark.hint("Compare with the slopes of all pairs, on small random inputs.")
@given(points=points_on_a_grid)
def test_random_small(candidate, reference, points):
    """Any few points on a grid"""
    assert candidate.max_pairwise_slope(points) == close(reference.max_pairwise_slope(points))


# ---------------------------------------------------------------- relations that must hold


@pytest.mark.points(2)
@pytest.mark.hint("The order of the points means nothing (rule 1).")
@settings(max_examples=15)
@given(data=st.data())
def test_relation_order(candidate, draw, data):
    """The points in another order"""
    points = draw(data.draw(st.integers(0, 4)), 9, 4)
    shuffled = data.draw(st.permutations(points))
    first = number(candidate.max_pairwise_slope(points))
    assert candidate.max_pairwise_slope(shuffled) == close(first), "another order, another answer"


@pytest.mark.hint("Turning the plane by half a turn keeps every slope.")
def test_relation_half_turn(candidate, draw):
    """The points turned by half a turn"""
    for seed, width in ((5, 6), (6, 3), (7, None)):
        points = draw(seed, 20, width)
        turned = [(-x, -y) for x, y in points]
        first = number(candidate.max_pairwise_slope(points))
        assert candidate.max_pairwise_slope(turned) == close(first)


@pytest.mark.hint("Adding 7 x to every y adds 7 to every slope; moving all points changes none.")
def test_relation_tilted_and_moved(candidate, draw):
    """The plane tilted, and moved"""
    for seed in (8, 9):
        points = draw(seed, 25, 5)
        first = number(candidate.max_pairwise_slope(points))
        for tilt in (7, -50):
            tilted = [(x + 1000, y + tilt * x - 300) for x, y in points]
            assert candidate.max_pairwise_slope(tilted) == close(first + tilt)


@pytest.mark.hint("A second copy of a point makes no new slope.")
def test_relation_copies(candidate, draw):
    """Every point twice"""
    points = draw(10, 15, 4)
    first = number(candidate.max_pairwise_slope(points))
    assert candidate.max_pairwise_slope(points + points[::-1]) == close(first)


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint(
    "The highest point of a column ends the steepest line, wherever it stands in the list."
)
def test_edge_column_on_the_right(candidate):
    """The upper point of a column on the right"""
    column = [(1, 4), (1, 9), (1, -3)]
    assert candidate.max_pairwise_slope([(0, 0), *column]) == close(9.0)
    assert candidate.max_pairwise_slope([*column[::-1], (0, 0)]) == close(9.0)
    assert candidate.max_pairwise_slope([(1, 9), (0, 0), (1, 4)]) == close(9.0)


@pytest.mark.points(2)
@pytest.mark.hint("The lowest point of a column begins the steepest line to the right.")
def test_edge_column_on_the_left(candidate):
    """The lower point of a column on the left"""
    column = [(0, 4), (0, -6), (0, 3)]
    assert candidate.max_pairwise_slope([(2, 4), *column]) == close(5.0)
    assert candidate.max_pairwise_slope([*column, (2, 4)]) == close(5.0)
    assert candidate.max_pairwise_slope([(0, -6), (2, 4), (0, 4)]) == close(5.0)


@pytest.mark.hint("The lowest point of one column and the highest of the next, both at once.")
def test_edge_three_columns(candidate):
    """Three columns of three points"""
    points = [(x, y) for x, ys in ((5, (0, 1, 8)), (1, (2, 7, 4)), (3, (9, 6, 5))) for y in ys]
    assert candidate.max_pairwise_slope(points) == close(3.5)


@pytest.mark.hint("No points, one point, one point many times: None (rule 4).")
def test_edge_no_two_x(candidate):
    """One point, and one point many times"""
    for points in ([(4, 2)], [(0, 0)], [(1.5, 2.5)] * 4, [(-3, 1), (-3, 2)]):
        answer = candidate.max_pairwise_slope(points)
        assert answer == None  # noqa: E711


@pytest.mark.hint("0.0 and -0.0 are the same x.")
def test_edge_negative_zero(candidate):
    """0.0 and -0.0 are equal"""
    assert candidate.max_pairwise_slope([(0.0, 1.0), (-0.0, 5.0)]) == None  # noqa: E711
    assert candidate.max_pairwise_slope([(-0.0, 1.0), (0.0, 5.0), (2.0, 5.0)]) == close(2.0)


@pytest.mark.hint("1 and 1.0 are the same x.")
def test_edge_mixed_numbers(candidate):
    """Integers and floats mixed"""
    assert candidate.max_pairwise_slope([(1, 3), (1.0, 2)]) == None  # noqa: E711
    assert candidate.max_pairwise_slope([(1, 3), (1.0, 2.5), (3, 3)]) == close(0.25)


@pytest.mark.hint("Two points: their slope, in either order.")
def test_edge_two_points(candidate):
    """Two points, either first"""
    assert candidate.max_pairwise_slope([(2, 1), (6, 4)]) == close(0.75)
    assert candidate.max_pairwise_slope([(6, 4), (2, 1)]) == close(0.75)
    assert candidate.max_pairwise_slope([(-6, 4), (2, 1)]) == close(-0.375)


@pytest.mark.points(2)
@pytest.mark.hint("A slope is a number with a fraction, also of integers: / and not //.")
def test_edge_fractions(candidate):
    """Slopes between 0 and 1"""
    assert candidate.max_pairwise_slope([(0, 0), (7, 2), (9, 1)]) == close(2 / 7)
    assert candidate.max_pairwise_slope([(0, 0), (3, -1)]) == close(-1 / 3)


@pytest.mark.hint("Coordinates with fractions must not be cut to integers.")
def test_edge_fractional_coordinates(candidate):
    """Coordinates with fractions, the first point whole"""
    assert candidate.max_pairwise_slope([(0, 0), (0.5, 0.25), (0.75, 0.875)]) == close(2.5)


@pytest.mark.hint("A slope of 0 is an answer like any other, not None.")
def test_edge_level(candidate):
    """The largest slope is 0"""
    assert candidate.max_pairwise_slope([(1, 5), (2, 5), (9, 5)]) == close(0.0)
    assert candidate.max_pairwise_slope([(1, 5), (2, 5), (9, 4)]) == close(0.0)


@pytest.mark.points(2)
@pytest.mark.hint("The largest value with its sign, not the largest in size (rule 3).")
def test_edge_steep_fall(candidate):
    """A gentle rise beside a steep fall"""
    assert candidate.max_pairwise_slope([(0, 0), (1, 2), (2, -90)]) == close(2.0)
    assert candidate.max_pairwise_slope([(0, 900), (1, 5), (2, 6)]) == close(1.0)


@pytest.mark.hint("Falls of any depth: do not start from a number that is meant to be small.")
def test_edge_very_steep_falls(candidate):
    """Nothing but falls of a million millions"""
    assert candidate.max_pairwise_slope([(1, -(10**12)), (0, 10**12)]) == close(-2e12)
    points = [(0.25 * i, -(10**11) * i) for i in range(5)]
    assert candidate.max_pairwise_slope(points) == close(-4e11)


@pytest.mark.hint("Very large slopes are right too.")
def test_edge_very_steep_rises(candidate):
    """A rise of more than a million millions"""
    assert candidate.max_pairwise_slope([(0, -(10**12)), (0.001, 10**12)]) == close(2e15)


@pytest.mark.points(2)
@pytest.mark.hint(
    "x that differ by little are different x: compare with ==, add no epsilon (rule 2)."
)
def test_edge_x_close_together(candidate):
    """x that differ by very little"""
    assert candidate.max_pairwise_slope([(0.0, 0.0), (1e-12, 1e-6), (1.0, 1.0)]) == close(1e6)
    assert candidate.max_pairwise_slope([(0.0, 0.0), (2e-10, 1.0), (2e-10, 0.5)]) == close(5e9)


@pytest.mark.hint("32 bits are too few for such coordinates, as integers and as floats.")
def test_edge_large_coordinates(candidate):
    """Coordinates of a million millions, a few apart"""
    big = 10**12
    points = [(big, big), (big - 4, big - 3), (-big, -big), (big - 4, big - 9)]
    assert candidate.max_pairwise_slope(points) == close(2.25)
    assert candidate.max_pairwise_slope([(16777217, 0), (16777216, -5)]) == close(5.0)


@pytest.mark.points(2)
@pytest.mark.hint("Whole numbers and others may be mixed: none is cut to the type of another, nor do differences overflow.")
@pytest.mark.parametrize(
    ("points", "slope"),
    [
        ([(0, 0.5), (1, 0.9)], 0.4),
        ([(0.5, 0), (1, 2)], 4.0),
        ([(0, -2_000_000_000), (1, 2_000_000_000)], 4e9),
        ([(-2_000_000_000, 0), (2_000_000_000, 1)], 2.5e-10),
        ([(-(10**12), -(10**12)), (10**12, 10**12)], 1.0),
        ([(0, 0), (10**10, 1)], 1e-10),
        ([(0, 0), (1, 0.001), (2, -(10**12))], 0.001),
    ],
)
def test_edge_kinds_and_sizes(candidate, points, slope):
    """Mixed, large and far numbers"""
    assert candidate.max_pairwise_slope(points) == close(slope, atol=0)


@pytest.mark.points(2)
@pytest.mark.hint("x that differ are different, however near they are beside their size (rule 2).")
@pytest.mark.parametrize(
    ("points", "slope"), [([(1e12, 0), (1e12 + 0.5, 1)], 2.0), ([(0.0, 0), (1e-13, 1)], 1e13)]
)
def test_edge_near_x(candidate, points, slope):
    """x that are nearly the same"""
    assert candidate.max_pairwise_slope(points) == close(slope)


@pytest.mark.hint("The argument must be as it was when the function returns (rule 5).")
def test_edge_arguments_unchanged(candidate, draw):
    """The argument is not changed"""
    candidate.max_pairwise_slope(draw(11, 30, 5))
    assert candidate.arguments_unchanged, "the points were changed by the call: sorted in place?"
