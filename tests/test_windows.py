"""Where a tolerance lies: how far off correct answers are, and how near wrong ones come."""

import math

import numpy as np
import pytest

from grader.answers import Answer, close, listener
from grader.comparing import distance
from grader.windows import Distance, in_words, windows


@pytest.mark.parametrize(
    ("actual", "expected", "off"),
    [
        (1.0, 1.0, 0.0),
        (2.0, 1.0, 1 / (1e-9 + 2e-6)),
        ([1.0, 1.0], [1.0, 1.000001], 1e-6 / (1e-9 + 1.000001e-6)),
        (np.array([[1.0, 3.0]]), [[1.0, 3.0]], 0.0),
        ({"a": 1.0, "b": (2, "x")}, {"a": 1.0, "b": (2, "x")}, 0.0),
        (math.nan, 1.0, math.inf),
        ([1.0, math.inf], [1.0, 2.0], math.inf),
        (math.inf, math.inf, 0.0),
        (10**400, 1.0, math.inf),
        ("a", "a", None),
        ([1.0], [1.0, 2.0], None),
        ({"a": 1}, {"b": 1}, None),
        (None, 1.0, None),
        (True, 1.0, None),
    ],
)
def test_distance(actual: object, expected: object, off: float | None) -> None:
    found = distance(actual, expected, rtol=1e-6, atol=1e-9)
    assert found == (pytest.approx(off, rel=1e-6) if off is not None else None)


@pytest.mark.parametrize("off", [0.5, 0.999, 1.001, 3.0])
def test_one_tolerance_is_where_close_ends(off: float) -> None:
    actual = 5.0 + off * (1e-9 + 5e-6)  # the larger of the two makes the scale: hardly different
    assert (Answer(actual) == close(5.0)) == (distance(actual, 5.0, rtol=1e-6, atol=1e-9) <= 1)


def test_close_tells_whoever_listens() -> None:
    told: list[float] = []
    token = listener.set(told.append)
    try:
        assert Answer([1.0, 2.0]) == close([1.0, 2.0])
        assert Answer([1.0, 2.1]) != close([1.0, 2.0])
        assert Answer("text") != close(1.0)
    finally:
        listener.reset(token)
    assert len(told) == 2
    assert told[0] == 0.0
    assert told[1] > 1


def heard(sample: str, verdict: str, within: float, beyond: float | None = None) -> Distance:
    return Distance(sample=sample, verdict=verdict, test="t", within=within, beyond=beyond)


def test_the_nearest_wrong_one_decides() -> None:
    found = windows(
        [
            heard("good", "accepted", 1e-7), heard("better", "accepted", 1e-9),
            heard("far", "wrong_answer", 0.0, 9e5), heard("near", "wrong_answer", 0.0, 50.0),
            heard("crash", "run_time_error", 0.0, 2.0),
        ]
    )  # fmt: skip
    assert [(w.spread, w.nearest, w.sample) for w in found] == [(1e-7, 50.0, "near")]
    ok, text = in_words(found)
    assert ok
    assert "near 50" in text


def test_too_narrow() -> None:
    found = windows([heard("good", "accepted", 0.1), heard("near", "wrong_answer", 0.0, 50.0)])
    ok, text = in_words(found)
    assert not ok
    assert "a factor of 5.0e+02: at least 1000 is wanted" in text


def test_no_wrong_answer_near() -> None:
    assert in_words(windows([heard("good", "accepted", 0.5)]))[0]
    assert in_words([]) == (
        True,
        "0 tests with a tolerance, none of which a wrong sample came near",
    )
