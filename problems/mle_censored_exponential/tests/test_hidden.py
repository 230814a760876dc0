"""Comparison with a reference, relations that must hold, and the edge cases of the prompt."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import close, items, number


def draw(seed, n, rate=0.3):
    rng = np.random.default_rng(seed)
    t = rng.exponential(1 / rate, n) + 1e-3
    end = rng.uniform(1 / rate, 3 / rate, n)
    return np.minimum(t, end).tolist(), (t <= end).astype(int).tolist()


def read(answer):
    rate, loglik = items(answer, 2)
    return number(rate), number(loglik)


def log_likelihood(t, event, rate):
    return sum((math.log(rate) if e else 0.0) - rate * v for v, e in zip(t, event))


# ---------------------------------------------------------------- comparison with a reference


@pytest.mark.points(2)
@pytest.mark.hint(
    "The number of events divided by the sum of all times, censored ones too (rule 1)."
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_rate(candidate, reference, seed):
    """The rate"""
    t, event = draw(seed, 5 + 10 * seed)
    found = items(candidate.mle_censored_exponential(t, event), 2)
    assert found[0] == close(reference.mle_censored_exponential(t, event)[0])


@pytest.mark.points(2)
@pytest.mark.hint("ln λ for each event, and -λ·t for every time: a sum, natural logarithms.")
@pytest.mark.parametrize("seed", [4, 5])
def test_random_log_likelihood(candidate, reference, seed):
    """The log-likelihood"""
    t, event = draw(seed, 20)
    found = items(candidate.mle_censored_exponential(t, event), 2)
    assert found[1] == close(reference.mle_censored_exponential(t, event)[1])


# ---------------------------------------------------------------- relations that must hold

pairs = st.lists(st.tuples(st.integers(1, 40), st.integers(0, 1)), min_size=1, max_size=8)


@pytest.mark.points(2)
@pytest.mark.hint("Neither a little more nor a little less may have a larger likelihood.")
@settings(max_examples=20)
@given(rows=pairs)
def test_relation_largest(candidate, rows):
    """No other rate has a larger likelihood"""
    t, event = [v / 8 for v, _ in rows], [e for _, e in rows]
    rate, loglik = read(candidate.mle_censored_exponential(t, event))
    if not any(event):
        assert abs(rate) < 1e-9, "without an event the rate is 0 (rule 2)"
        assert abs(loglik) < 1e-9, "without an event ln L is 0 (rule 2)"
        return
    assert rate > 0, "with an event the rate is above 0"
    own = log_likelihood(t, event, rate)
    assert abs(loglik - own) < 1e-6 * (1 + abs(own)), "ln L is not that of the returned rate"
    for factor in (0.99, 1.01):
        other = log_likelihood(t, event, rate * factor)
        assert own > other, "another rate has a larger likelihood"


@pytest.mark.hint("All observations twice: the same rate, and twice ln L.")
def test_relation_twice(candidate):
    """Everything twice"""
    t, event = draw(11, 9)
    rate, loglik = read(candidate.mle_censored_exponential(t, event))
    assert candidate.mle_censored_exponential(t + t, event + event) == close((rate, 2 * loglik))


@pytest.mark.hint(
    "Hours instead of days: the rate is divided, and ln L moves by ln 24 for each event."
)
def test_relation_units(candidate):
    """Another unit of time"""
    t, event = draw(12, 9)
    rate, loglik = read(candidate.mle_censored_exponential(t, event))
    found = candidate.mle_censored_exponential([24 * v for v in t], event)
    assert found == close((rate / 24, loglik - sum(event) * math.log(24)))


@pytest.mark.hint("The order means nothing, but each mark belongs to its time.")
def test_relation_order(candidate):
    """The order changes nothing"""
    t, event = [1.0, 2.0, 5.0, 7.0], [0, 1, 0, 1]
    found = read(candidate.mle_censored_exponential(t, event))
    assert candidate.mle_censored_exponential(t[::-1], event[::-1]) == close(found)


@pytest.mark.hint("A longer censored time makes the rate smaller.")
def test_relation_longer_censored_time(candidate):
    """A longer censored time makes the rate smaller"""
    short, _ = read(candidate.mle_censored_exponential([1.0, 2.0, 3.0], [1, 0, 1]))
    long, _ = read(candidate.mle_censored_exponential([1.0, 9.0, 3.0], [1, 0, 1]))
    assert long < short, "a longer time without an event did not lower the rate"


# ---------------------------------------------------------------- edge cases


@pytest.mark.points(2)
@pytest.mark.hint("No event: exactly (0.0, 0.0); ln 0 must not be taken (rule 2).")
@pytest.mark.parametrize("t", [[5.0], [0.1, 7.0, 2.0]])
def test_edge_no_event(candidate, t):
    """No event at all"""
    assert candidate.mle_censored_exponential(t, [0] * len(t)) == close((0.0, 0.0))


@pytest.mark.hint("All events: n divided by the sum, the reciprocal of the mean.")
def test_edge_all_events(candidate):
    """No censored time"""
    found = candidate.mle_censored_exponential([1.0, 3.0, 4.0], [1, 1, 1])
    assert found == close((0.375, 3 * math.log(0.375) - 3))


@pytest.mark.points(2)
@pytest.mark.hint("A product of a thousand factors underflows: add logarithms (rule 3).")
def test_edge_many_times(candidate):
    """Two thousand times"""
    found = candidate.mle_censored_exponential([4.0] * 2000, [1, 0] * 1000)
    assert found == close((0.125, 1000 * math.log(0.125) - 1000))


@pytest.mark.points(2)
@pytest.mark.hint("Rates may be very small or very large: no fixed start, bounds, grid or epsilon.")
@pytest.mark.parametrize("unit", [1e-8, 1e-3, 1e4, 1e8])
def test_edge_units(candidate, unit):
    """Very short and very long times"""
    found = candidate.mle_censored_exponential([1 * unit, 3 * unit, 6 * unit], [1, 0, 1])
    assert found == close((0.2 / unit, 2 * math.log(0.2 / unit) - 2), atol=1e-15)


@pytest.mark.hint("Times may be integers, and marks floats.")
def test_edge_integers(candidate):
    """Integers for times"""
    found = candidate.mle_censored_exponential([1, 2, 4, 5], [1, 1, 0, 1])
    assert found == close((0.25, -7.1588830834))


@pytest.mark.hint("A log-likelihood may be above 0: densities may be above 1.")
def test_edge_positive_log_likelihood(candidate):
    """A log-likelihood above 0"""
    assert candidate.mle_censored_exponential([0.01, 0.03], [1, 1]) == close(
        (50.0, 2 * math.log(50) - 2)
    )


@pytest.mark.hint("No times must raise ValueError (rule 4).")
def test_edge_no_times(candidate):
    """No times are an error"""
    with pytest.raises(ValueError):
        candidate.mle_censored_exponential([], [])


@pytest.mark.hint("t and event of different length must raise ValueError (rule 4).")
@pytest.mark.parametrize("event", [[], [1], [1, 0, 1]])
def test_edge_lengths(candidate, event):
    """Different lengths are an error"""
    with pytest.raises(ValueError):
        candidate.mle_censored_exponential([1.0, 2.0], event)


@pytest.mark.hint(
    "Every time must be above 0, censored ones too, and also if there is no event (rule 4)."
)
@pytest.mark.parametrize(
    ("t", "event"), [([1.0, -2.0, 4.0], [1, 1, 1]), ([1.0, 0.0], [1, 0]), ([0.0, 3.0], [0, 0]),
                       ([math.nan, 3.0], [1, 1]), ([2.0, math.nan], [1, 0])]
)
def test_edge_bad_times(candidate, t, event):
    """Times that are not above 0 are an error"""
    with pytest.raises(ValueError):
        candidate.mle_censored_exponential(t, event)


@pytest.mark.hint("Marks are 0 and 1 and nothing else (rule 4).")
@pytest.mark.parametrize("event", [[1, 2], [-1, 1], [0.5, 1], [0, -1]])
def test_edge_bad_marks(candidate, event):
    """Other marks are an error"""
    with pytest.raises(ValueError):
        candidate.mle_censored_exponential([1.0, 2.0], event)


@pytest.mark.hint("The arguments must be as they were when the function returns (rule 5).")
def test_edge_arguments_unchanged(candidate):
    """The arguments are not changed"""
    t, event = draw(21, 8)
    candidate.mle_censored_exponential(t, event)
    assert candidate.arguments_unchanged, "the arguments were changed by the call"
