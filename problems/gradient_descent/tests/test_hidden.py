"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import close, number

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Compare the first steps by hand: mean gradient, no factor 2, all at once.")
@pytest.mark.parametrize("steps", [1, 2, 7])
def test_random_few_steps(candidate, reference, draw, steps):
    """A few steps with three features"""
    points = draw(steps, 40, 3)
    expected = reference.max_gd_coefficient(points, 0.08, steps)
    assert candidate.max_gd_coefficient(points, 0.08, steps) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("Exactly n_iters steps with all points each: no early stop, no single points.")
def test_random_many_steps(candidate, reference, draw):
    """Many steps, nearly converged"""
    points = draw(77, 30, 2)
    expected = reference.max_gd_coefficient(points, 0.02, 900)
    assert candidate.max_gd_coefficient(points, 0.02, 900) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("Features are not scaled or centred (rule 3).")
def test_edge_features_of_different_scale(candidate, reference):
    """Features of very different scale"""
    points = [(1.0, 30.0, 5.0), (2.0, 10.0, -1.0), (3.0, 20.0, 2.0), (5.0, 15.0, 0.5)]
    expected = reference.max_gd_coefficient(points, 0.002, 50)
    assert candidate.max_gd_coefficient(points, 0.002, 50) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("The intercept is one of the coefficients (rule 4).")
def test_random_intercept_wins(candidate, reference, draw):
    """The intercept is the largest"""
    points = draw(5, 30, 2, shift=40.0)
    expected = reference.max_gd_coefficient(points, 0.05, 30)
    assert candidate.max_gd_coefficient(points, 0.05, 30) == close(expected)


@pytest.mark.points(2)
@pytest.mark.hint("Largest by value with its sign, not by size (rule 4).")
def test_edge_steep_descent(candidate, reference):
    """A steep negative slope is not the largest coefficient"""
    points = [(x / 4, 1 - 9 * x / 4) for x in range(-6, 7)]
    expected = reference.max_gd_coefficient(points, 0.1, 200)
    assert candidate.max_gd_coefficient(points, 0.1, 200) == close(expected)


@pytest.mark.hint("All coefficients can be negative: then the largest is the one nearest to 0.")
def test_edge_all_negative(candidate, reference):
    """All coefficients are negative"""
    points = [(1.0, 2.0, -9.0), (2.0, 1.0, -8.0), (3.0, 3.0, -20.0), (0.5, 0.1, -3.0)]
    expected = reference.max_gd_coefficient(points, 0.05, 12)
    assert expected < 0
    assert candidate.max_gd_coefficient(points, 0.05, 12) == close(expected)


@pytest.mark.hint("With more features than points the descent is as well defined as ever.")
def test_random_more_features_than_points(candidate, reference, draw):
    """More features than points"""
    points = draw(9, 3, 6)
    expected = reference.max_gd_coefficient(points, 0.05, 40)
    assert candidate.max_gd_coefficient(points, 0.05, 40) == close(expected)


@pytest.mark.hint("A feature that never changes is a feature like any other.")
def test_edge_constant_feature(candidate, reference):
    """A feature that is constant"""
    points = [(1.0, float(x), 3.0 * x + 2) for x in range(5)]
    expected = reference.max_gd_coefficient(points, 0.05, 60)
    assert candidate.max_gd_coefficient(points, 0.05, 60) == close(expected)


# ---------------------------------------------------------------- relations that must hold

values = st.integers(-8, 8).map(lambda v: v / 4)
data = st.lists(st.tuples(values, values, values), min_size=1, max_size=8)


@pytest.mark.points(2)
@pytest.mark.hint("The gradient is a mean over the points, not a sum.")
@settings(max_examples=15)
@given(points=data, steps=st.integers(1, 6))
def test_relation_every_point_twice(candidate, points, steps):
    """Every point twice changes nothing"""
    once = number(candidate.max_gd_coefficient(points, 0.125, steps))
    assert candidate.max_gd_coefficient(points + points, 0.125, steps) == close(once)


@pytest.mark.points(2)
@pytest.mark.hint("All points are used at once: their order means nothing.")
@settings(max_examples=15)
@given(points=data, steps=st.integers(1, 6))
def test_relation_order_of_points(candidate, points, steps):
    """The order of the points changes nothing"""
    forward = number(candidate.max_gd_coefficient(points, 0.125, steps))
    assert candidate.max_gd_coefficient(points[::-1], 0.125, steps) == close(forward)


@pytest.mark.points(2)
@pytest.mark.hint("All coefficients change at once: the order of the features means nothing.")
@settings(max_examples=15)
@given(points=data, steps=st.integers(1, 6))
def test_relation_order_of_features(candidate, points, steps):
    """The order of the features changes nothing"""
    forward = number(candidate.max_gd_coefficient(points, 0.125, steps))
    turned = [(b, a, y) for a, b, y in points]
    assert candidate.max_gd_coefficient(turned, 0.125, steps) == close(forward)


@pytest.mark.points(2)
@pytest.mark.hint("Compare with a slow version of your own on a few small points.")
@given(points=data, steps=st.integers(0, 9))
def test_random_small_inputs(candidate, reference, points, steps):
    """Any small input"""
    expected = reference.max_gd_coefficient(points, 0.125, steps)
    assert candidate.max_gd_coefficient(points, 0.125, steps) == close(expected)


# ---------------------------------------------------------------- edge cases


@pytest.mark.hint("One point is enough for a step.")
def test_edge_single_point(candidate):
    """A single point"""
    assert candidate.max_gd_coefficient([(2.0, 3.0)], 0.1, 1) == close(0.6)


@pytest.mark.hint("No step: 0.0, whatever the points are (rule 5).")
def test_edge_no_step(candidate, draw):
    """No step gives 0"""
    assert candidate.max_gd_coefficient(draw(1, 10, 2), 0.3, 0) == close(0.0)


@pytest.mark.hint("Whole numbers are numbers: beware of integer arrays.")
def test_edge_integers(candidate, reference):
    """Integer points"""
    points = [(0, 1, 1), (1, 0, 3), (2, 1, 2), (1, 2, -1)]
    expected = reference.max_gd_coefficient(points, 0.1, 10)
    assert candidate.max_gd_coefficient(points, 0.1, 10) == close(expected)


@pytest.mark.hint("No points must raise ValueError (rule 6).")
def test_edge_no_points(candidate):
    """No points are an error"""
    with pytest.raises(ValueError):
        candidate.max_gd_coefficient([], 0.1, 5)
    with pytest.raises(ValueError):
        candidate.max_gd_coefficient([], 0.1, 0)


@pytest.mark.hint("Tuples of different lengths, or of one number, must raise ValueError (rule 6).")
@pytest.mark.parametrize("points", [[(1.0,), (2.0,)], [(1, 2, 3), (1, 2), (4, 5, 6)]])
def test_edge_bad_points(candidate, points):
    """Tuples that are too short, or of different lengths, are an error"""
    with pytest.raises(ValueError):
        candidate.max_gd_coefficient(points, 0.1, 5)


@pytest.mark.hint("A descent that diverges must raise ValueError, not return inf or nan (rule 7).")
def test_edge_divergence(candidate):
    """Divergence is an error"""
    points = [(10.0, 1.0), (20.0, -1.0), (30.0, 4.0)]
    with pytest.raises(ValueError):
        candidate.max_gd_coefficient(points, 1.0, 2000)


@pytest.mark.hint("Every coefficient must be finite (rule 7): the largest can be, and another -inf.")
def test_edge_one_coefficient_diverges(candidate):
    """The largest coefficient is finite, and another is not"""
    with pytest.raises(ValueError):
        candidate.max_gd_coefficient([(1e6, 1e4)], 1.0, 26)


@pytest.mark.hint("Large coefficients are no divergence as long as they are finite.")
def test_edge_large_but_finite(candidate, reference):
    """A descent that grows but stays finite"""
    points = [(3.0, 1.0), (2.0, -1.0), (4.0, 4.0)]
    expected = reference.max_gd_coefficient(points, 0.5, 20)
    assert candidate.max_gd_coefficient(points, 0.5, 20) == close(expected)
    points = [(100, 1), (200, 2), (300, 3)]
    for steps in (6, 10, 30):
        expected = reference.max_gd_coefficient(points, 1.0, steps)
        assert candidate.max_gd_coefficient(points, 1.0, steps) == close(expected)
    assert candidate.max_gd_coefficient([(10_000, 1)], 1.0, 2) == close(-99_999_999.0)


@pytest.mark.points(2)
@pytest.mark.hint("There is no early stop, however little a step changes (rule 2).")
@pytest.mark.parametrize("lr", [1e-9, 1e-12])
def test_edge_tiny_steps(candidate, reference, lr):
    """A thousand tiny steps"""
    points = [(1.0, 2.0), (2.0, 1.0), (3.0, 4.0)]
    expected = reference.max_gd_coefficient(points, lr, 1000)
    assert candidate.max_gd_coefficient(points, lr, 1000) == close(expected, atol=0)


@pytest.mark.points(2)
@pytest.mark.hint("The gradient is a mean over all points: a mean over blocks counts the last, smaller one too much.")
def test_random_thousands_of_points(candidate, reference):
    """Five thousand points"""
    points = [(float(i % 7), float(i * i % 11)) for i in range(5003)]
    assert candidate.max_gd_coefficient(points, 0.01, 5) == close(reference.max_gd_coefficient(points, 0.01, 5))


@pytest.mark.hint("Squares of large whole numbers overflow 64-bit integers: make floats of them first.")
def test_edge_large_integers(candidate, reference):
    """Points of ten billion"""
    points = [(10**10, 1), (2 * 10**10, 3), (3 * 10**10, 4)]
    expected = reference.max_gd_coefficient([tuple(map(float, p)) for p in points], 1e-22, 3)
    assert candidate.max_gd_coefficient(points, 1e-22, 3) == close(expected, atol=0)


@pytest.mark.points(2)
@pytest.mark.hint("Exactly n_iters steps, however many they are: no leap to where they would end (rule 2).")
def test_edge_thousands_of_small_steps(candidate, reference):
    """Thousands of small steps, far from the end"""
    points = [(x / 7, 1000.1 + x / 3 + (x % 5) / 9) for x in range(40)]
    expected = reference.max_gd_coefficient(points, 0.0004, 3000)
    assert candidate.max_gd_coefficient(points, 0.0004, 3000) == close(expected)


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 9).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    candidate.max_gd_coefficient(draw(3, 20, 2), 0.05, 5)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
