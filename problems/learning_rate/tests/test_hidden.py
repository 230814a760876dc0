"""Comparison with an eigenvalue routine, relations that must hold, and the edge cases."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import close, number

# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint("Compute H by hand for two points and one feature, and compare.")
@pytest.mark.parametrize("features", [1, 3, 6])
def test_random_points(candidate, draw, bound, features):
    """Random points"""
    points = draw(features, [2.5, 1.0, 0.7, 0.5, 0.3, 0.2][:features])
    assert candidate.max_stable_learning_rate(points) == close(bound(points))


@pytest.mark.points(2)
@pytest.mark.hint("When the largest eigenvalues are close, an iteration needs many rounds.")
@pytest.mark.parametrize("ratio", [0.95, 0.999])
def test_edge_close_eigenvalues(candidate, bound, ratio):
    """The two largest eigenvalues are close"""
    a, b = 4.0, 4.0 * ratio**0.5
    points = [(a, 0.0, 1.0), (-a, 0.0, 2.0), (0.0, b, 1.0), (0.0, -b, 0.0)]
    assert candidate.max_stable_learning_rate(points) == close(bound(points))


@pytest.mark.points(2)
@pytest.mark.hint("Two equal largest eigenvalues are no trouble: any vector between them will do.")
def test_edge_repeated_eigenvalue(candidate):
    """The largest eigenvalue is there twice"""
    points = [(2.0, 0.0, 1.0), (-2.0, 0.0, 1.0), (0.0, 2.0, 1.0), (0.0, -2.0, 1.0)]
    assert candidate.max_stable_learning_rate(points) == close(1.0)


@pytest.mark.points(2)
@pytest.mark.hint("Features are not scaled (rule 3): one that is large decides.")
def test_random_large_feature(candidate, draw, bound):
    """A feature that is a thousand times larger"""
    points = draw(4, [1000.0, 1.0])
    assert candidate.max_stable_learning_rate(points) == close(bound(points), atol=0)


@pytest.mark.points(2)
@pytest.mark.hint("Features are not centred (rule 3): their mean counts.")
def test_edge_far_from_zero(candidate, bound):
    """Features far from zero"""
    points = [(10.0 + x, 20.0 - x, 1.0 * x) for x in range(6)]
    assert candidate.max_stable_learning_rate(points) == close(bound(points))


@pytest.mark.hint("Start an iteration from more than one vector, or from a random one.")
@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_edge_start_in_a_blind_spot(candidate, bound, sign):
    """The largest eigenvector has no part in the usual starts"""
    points = [(3.0, sign * -3.0, 0.0), (-3.0, sign * 3.0, 0.0), (0.1, sign * 0.1, 1.0),
              (-0.1, sign * -0.1, 1.0)]  # fmt: skip
    assert candidate.max_stable_learning_rate(points) == close(bound(points))


@pytest.mark.hint("A feature can have nothing to do with the others: the zeros in H are no sign to stop.")
def test_edge_uncorrelated_feature(candidate):
    """A feature that has nothing to do with the others"""
    points = [(1.0, 2.0, 0.0), (-1.0, 2.0, 1.0)]
    assert candidate.max_stable_learning_rate(points) == close(0.4)
    assert candidate.max_stable_learning_rate([(2.0, 2.0, 3.0), (-2.0, 2.0, 1.0)]) == close(0.4)
    assert candidate.max_stable_learning_rate([(1.0, -2.0, 0.0)]) == close(1 / 3)


@pytest.mark.hint("A fixed number of rounds may not be enough where the two largest eigenvalues are close.")
def test_edge_close_and_slanted(candidate, bound):
    """The two largest eigenvalues are close, their vectors between the axes"""
    points = [(2.0, 2.002, 0.0), (2.0, -1.998, 0.0), (-2.0, 1.998, 0.0), (-2.0, -2.002, 0.0)]
    assert candidate.max_stable_learning_rate(points) == close(bound(points))


@pytest.mark.hint("The small eigenvalue is the difference of large numbers: do not go by it.")
def test_edge_eigenvalues_far_apart(candidate, bound):
    """One eigenvalue is 10¹³ times the other"""
    points = [(1e6, 0.0), (-2e6, 0.0)]
    assert candidate.max_stable_learning_rate(points) == close(bound(points), atol=0)


@pytest.mark.points(2)
@pytest.mark.hint("Sums of squares of large whole numbers overflow 64-bit integers: make floats of them first.")
def test_edge_large_integers(candidate, bound):
    """Points in time, in whole seconds"""
    points = [(1_700_000_000 + 1000 * i, i) for i in range(6)]
    assert candidate.max_stable_learning_rate(points) == close(bound(points), atol=0)


@pytest.mark.hint("The intercept alone may have the largest eigenvalue, 1.")
def test_edge_tiny_features(candidate):
    """Features next to nothing"""
    points = [(1e-9 * i, 1.0) for i in range(5)]
    assert candidate.max_stable_learning_rate(points) == close(2.0)


@pytest.mark.hint("More features than points: H is singular, and has a largest eigenvalue all the same.")
def test_random_more_features_than_points(candidate, draw, bound):
    """More features than points"""
    points = draw(6, [1.0, 2.0, 0.5, 0.1, 3.0], n=2)
    assert candidate.max_stable_learning_rate(points) == close(bound(points))


# ---------------------------------------------------------------- relations that must hold

values = st.integers(-6, 6).map(float)
pairs = st.lists(st.tuples(values, values), min_size=1, max_size=8)
decided = pairs.filter(lambda points: _apart(points))


def _apart(points):
    """Whether the smaller eigenvalue of the 2 × 2 matrix is at most 0.98 of the larger."""
    n = len(points)
    mean, square = sum(x for x, _ in points) / n, sum(x * x for x, _ in points) / n
    half, root = (1 + square) / 2, (((1 - square) / 2) ** 2 + mean**2) ** 0.5
    return half - root <= 0.98 * (half + root)


def _exact(points):
    n = len(points)
    mean, square = sum(x for x, _ in points) / n, sum(x * x for x, _ in points) / n
    return 2 / ((1 + square) / 2 + (((1 - square) / 2) ** 2 + mean**2) ** 0.5)


@pytest.mark.points(2)
@pytest.mark.hint("With one feature H is 2 × 2, and its eigenvalues have a formula: compare.")
@given(points=decided)
def test_random_one_feature(candidate, points):
    """Any points with one feature"""
    assert candidate.max_stable_learning_rate(points) == close(_exact(points))


@pytest.mark.points(2)
@pytest.mark.hint("y plays no part (rule 2).")
@settings(max_examples=15)
@given(points=decided, shift=st.integers(1, 50))
def test_relation_targets_play_no_part(candidate, points, shift):
    """Other targets change nothing"""
    first = number(candidate.max_stable_learning_rate(points))
    others = [(x, y * 3 + shift) for x, y in points]
    assert candidate.max_stable_learning_rate(others) == close(first)


@pytest.mark.points(2)
@pytest.mark.hint("H is a mean over the points, not a sum.")
@settings(max_examples=15)
@given(points=decided)
def test_relation_every_point_twice(candidate, points):
    """Every point twice changes nothing"""
    first = number(candidate.max_stable_learning_rate(points))
    assert candidate.max_stable_learning_rate(points + points) == close(first)


@pytest.mark.points(2)
@pytest.mark.hint("Below the bound a descent shrinks, above it grows: try your result.")
def test_relation_it_is_the_bound(candidate, draw):
    """A descent at 0.99 of it stays bounded, at 1.01 it grows"""
    import numpy as np

    points = draw(12, [2.0, 0.6, 0.2])
    rate = number(candidate.max_stable_learning_rate(points))
    X = np.array([[1.0, *p[:-1]] for p in points])
    H = X.T @ X / len(X)
    start = np.ones(4)
    for factor, grows in ((0.99, False), (1.01, True)):
        step = np.linalg.matrix_power(np.eye(4) - factor * rate * H, 2000)
        size = float(np.abs(step @ start).max())
        assert (size > 1e6) == grows, f"after 2000 steps at {factor} of it the error is {size:.3g}"


# ---------------------------------------------------------------- edge cases


@pytest.mark.hint("One point is enough.")
def test_edge_single_point(candidate):
    """A single point"""
    assert candidate.max_stable_learning_rate([(3.0, 1.0)]) == close(0.2)


@pytest.mark.hint("Whole numbers are numbers: beware of integer arrays.")
def test_edge_integers(candidate, bound):
    """Integer points"""
    points = [(0, 1, 1), (1, 0, 3), (2, 1, 2), (1, 2, -1)]
    assert candidate.max_stable_learning_rate(points) == close(bound(points))


@pytest.mark.hint("No points must raise ValueError (rule 4).")
def test_edge_no_points(candidate):
    """No points are an error"""
    with pytest.raises(ValueError):
        candidate.max_stable_learning_rate([])


@pytest.mark.hint("Tuples that are too short, or of different lengths, must raise ValueError (rule 4).")
@pytest.mark.parametrize("points", [[(1.0,), (2.0,)], [(1, 2, 3), (1, 2)], [(1, 2), (3, 4, 5)]])
def test_edge_bad_points(candidate, points):
    """Tuples that are too short, or of different lengths, are an error"""
    with pytest.raises(ValueError):
        candidate.max_stable_learning_rate(points)


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 6).")
def test_edge_arguments_unchanged(candidate, draw):
    """The arguments are not changed"""
    candidate.max_stable_learning_rate(draw(3, [2.0, 1.0]))
    assert candidate.arguments_unchanged, "the arguments were changed by the call"


@pytest.mark.hint("Each tuple has to be looked at, also in the middle: ValueError (rule 4).")
@pytest.mark.parametrize("odd", [(1,), (1, 2, 3), ()])
def test_edge_bad_point_in_the_middle(candidate, odd):
    """One tuple of another length among many"""
    with pytest.raises(ValueError):
        candidate.max_stable_learning_rate([(1, 2), (3, 4), odd, (5, 6), (7, 8)])
