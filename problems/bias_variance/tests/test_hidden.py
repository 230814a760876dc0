"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import close, items, number


def draw(seed, models, points):
    rng = np.random.default_rng(seed)
    f = rng.normal(size=points)
    return f + rng.normal(size=points) + rng.normal(size=(models, points)), f


def read(answer):
    bias2, variance = items(answer, 2)
    return number(bias2), number(variance)


# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint(
    "Average the models first, then square the difference at each point, then average (rule 1)."
)
@pytest.mark.parametrize("shape", [(5, 8), (30, 3)])
def test_random_bias(candidate, reference, shape):
    """The squared bias"""
    preds, f = draw(1, *shape)
    found = items(candidate.bias_variance(preds, f), 2)
    assert found[0] == close(reference.bias_variance(preds, f)[0])


@pytest.mark.points(2)
@pytest.mark.hint(
    "The variance at each point over the models, divided by R, averaged over the points (rule 2)."
)
@pytest.mark.parametrize("shape", [(4, 9), (25, 2)])
def test_random_variance(candidate, reference, shape):
    """The variance"""
    preds, f = draw(2, *shape)
    found = items(candidate.bias_variance(preds, f), 2)
    assert found[1] == close(reference.bias_variance(preds, f)[1])


@pytest.mark.hint("Rows are models and columns are points, also where there are as many of both.")
def test_random_square(candidate, reference):
    """As many models as points"""
    preds, f = draw(3, 6, 6)
    assert candidate.bias_variance(preds, f) == close(reference.bias_variance(preds, f))


# ---------------------------------------------------------------- relations that must hold

tables = st.integers(1, 4).flatmap(
    lambda n: st.lists(st.lists(st.integers(-9, 9), min_size=n, max_size=n), min_size=2, max_size=5)
)


@pytest.mark.points(2)
@pytest.mark.hint("bias2 + variance is the mean squared error of all predictions (rule 3).")
@settings(max_examples=20)
@given(rows=tables)
def test_relation_sum(candidate, rows):
    """Bias and variance add up to the mean squared error"""
    preds, f = np.array(rows[1:], dtype=float), np.array(rows[0], dtype=float)
    bias2, variance = read(candidate.bias_variance(preds, f))
    error = ((preds - f) ** 2).mean()
    assert abs(bias2 + variance - error) < 1e-6 * (1 + error), "they do not add up to the error"


@pytest.mark.hint(
    "Every model twice: the same average, the same variance (divide by R, not R - 1)."
)
def test_relation_every_model_twice(candidate):
    """Every model twice changes nothing"""
    preds, f = draw(11, 3, 4)
    once = read(candidate.bias_variance(preds, f))
    assert candidate.bias_variance(np.vstack([preds, preds]), f) == close(once)


@pytest.mark.hint("Every point twice changes no mean over the points.")
def test_relation_every_point_twice(candidate):
    """Every point twice changes nothing"""
    preds, f = draw(12, 3, 4)
    once = read(candidate.bias_variance(preds, f))
    assert candidate.bias_variance(np.hstack([preds, preds]), np.append(f, f)) == close(once)


@pytest.mark.hint("The truth has nothing to do with the variance.")
def test_relation_other_truth(candidate):
    """Another truth, the same variance"""
    preds, f = draw(13, 5, 4)
    _, variance = read(candidate.bias_variance(preds, f))
    _, again = read(candidate.bias_variance(preds, 3 * f + 7))
    assert abs(variance - again) < 1e-9, "the variance changed with f_true"


@pytest.mark.hint(
    "Points of different levels have no part in the variance: it is taken at each point."
)
def test_relation_levels(candidate):
    """Moving a point with its truth changes nothing"""
    preds, f = draw(14, 5, 3)
    once = read(candidate.bias_variance(preds, f))
    shift = np.array([8.0, -16.0, 0.0])
    assert candidate.bias_variance(preds + shift, f + shift) == close(once)


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("Biases of opposite sign do not cancel: square first (rule 1).")
def test_edge_opposite_biases(candidate):
    """Biases of opposite sign"""
    preds = np.array([[2.0, -2.0], [4.0, -4.0]])
    assert candidate.bias_variance(preds, np.zeros(2)) == close((9.0, 1.0))


@pytest.mark.points(2)
@pytest.mark.hint("One model: the variance is 0, not nan (rule 2).")
def test_edge_one_model(candidate):
    """A single model, a single point"""
    assert candidate.bias_variance(np.array([[3.0]]), np.array([5.0])) == close((4.0, 0.0))


@pytest.mark.hint("Models that agree with each other and with the truth: (0, 0).")
def test_edge_perfect(candidate):
    """Perfect models"""
    f = np.array([1.0, -2.0, 0.0])
    assert candidate.bias_variance(np.array([f, f, f]), f) == close((0.0, 0.0))


@pytest.mark.points(2)
@pytest.mark.hint("E[p²] - E[p]² cancels far from 0: subtract the mean first (rule 4).")
def test_edge_far_from_zero(candidate):
    """Predictions far from 0"""
    preds = np.array([[1e8, 2e8], [1e8 + 1, 2e8 - 1], [1e8 + 2, 2e8 - 2]])
    found = items(candidate.bias_variance(preds, np.array([1e8, 2e8])), 2)
    assert found[0] == close(1.0)
    assert found[1] == close(2 / 3)


@pytest.mark.points(2)
@pytest.mark.hint("The variance is no difference of large errors: take each prediction less the average (rule 4).")
def test_edge_far_from_the_truth(candidate):
    """Predictions that are near each other and far from the truth"""
    found = items(candidate.bias_variance(np.array([[1e8], [1e8 + 1]]), np.array([0.0])), 2)
    assert found[0] == close((1e8 + 0.5) ** 2)
    assert found[1] == close(0.25)


@pytest.mark.hint("Means of floats of 32 bits keep seven digits: convert first.")
def test_edge_single_precision(candidate):
    """Predictions in single precision, far from 0"""
    preds = np.array([[16777216.0, 1.0], [16777218.0, 3.0]], dtype=np.float32)
    found = items(candidate.bias_variance(preds, np.array([16777217.0, 2.0])), 2)
    assert found[0] == close(0.0)
    assert found[1] == close(1.0)


@pytest.mark.hint("Integers of small dtypes wrap around: convert first.")
def test_edge_bytes(candidate):
    """Unsigned bytes"""
    preds = np.array([[200, 3], [100, 5]], dtype=np.uint8)
    found = candidate.bias_variance(preds, np.array([250, 10], dtype=np.uint8))
    assert found == close((5018.0, 1250.5))


@pytest.mark.hint("No models and no points must raise ValueError, not give nan (rule 5).")
@pytest.mark.parametrize("shape", [(0, 3), (2, 0), (0, 0)])
def test_edge_nothing(candidate, shape):
    """No models or no points are an error"""
    with pytest.raises(ValueError):
        candidate.bias_variance(np.zeros(shape), np.zeros(shape[1]))


@pytest.mark.hint(
    "f_true has one value for each point: another length must raise ValueError (rule 5)."
)
@pytest.mark.parametrize("length", [1, 2, 4])
def test_edge_lengths(candidate, length):
    """f_true of another length is an error"""
    with pytest.raises(ValueError):
        candidate.bias_variance(np.ones((2, 3)), np.ones(length))
    if length > 1:
        with pytest.raises(ValueError):
            candidate.bias_variance(np.ones((2, 1)), np.ones(length))


@pytest.mark.hint("Means of floats of 16 bits keep three digits: convert first.")
def test_edge_half_precision(candidate, reference):
    """Predictions in half precision"""
    preds, f = draw(15, 40, 6)
    preds, f = (preds + 8).astype(np.float16), (f + 8).astype(np.float16)
    expected = reference.bias_variance(preds.astype(float), f.astype(float))
    assert candidate.bias_variance(preds, f) == close(expected)


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 6).")
def test_edge_arguments_unchanged(candidate):
    """The arguments are not changed"""
    candidate.bias_variance(*draw(21, 4, 3))
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
