"""The conventions of comparison, and the answers that try to get round them."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.answers import Answer, AnswerMismatch, array, close, integer, items, number
from grader.comparing import describe, difference, kind_of

EQUAL = [
    ([1, 2], [1, 2]), ((1, 2), [1, 2]), (np.array([1, 2]), [1, 2]), ([np.int8(1), 2], [1, 2]),
    (np.array(3), 3), (np.float64(2.5), 2.5), (1, 1.0), (-0.0, 0.0), (math.inf, math.inf),
    ([[1, 2], [3, 4]], np.array([[1, 2], [3, 4]])), ("a", "a"), (None, None), (True, True),
    (np.bool_(True), True), ({"a": [1]}, {"a": (1,)}), ({1, 2}, {2, 1}), ([], []), (2**70, 2**70),
    (np.array(["a", "b"]), ["a", "b"]), ([1, "a", None], (1, "a", None)),
]  # fmt: skip
DIFFERENT = [
    (np.empty((0, 3)), [1, 2, 3]), (np.stack([[1, 2]] * 3), [1, 2]), ([[1, 2]], [1, 2]),
    (np.array([[1], [2]]), [1, 2]), (True, 1), (1, True), (1.0, 1), ([1.0], [1]), ("1", 1),
    (math.nan, math.nan), ([math.nan], [math.nan]), (math.inf, -math.inf), (5e-324, 0.0),
    (1e308, math.inf), (None, 0), ([], None), ({"a": 1}, {"b": 1}), ({"a": 1, "b": 2}, {"a": 1}),
    ({1}, {1, 2}), ([1, 2], {1, 2}), (2**70, float(2**70) * 2), (1 + 1e-12j, 1.0), (b"a", "a"),
    (np.array([1.0]), [1]), ([True], [1]), (np.array([True]), [1]), ([1, 2], "12"),
]  # fmt: skip


@pytest.mark.parametrize(("actual", "expected"), EQUAL, ids=repr)
def test_equal(actual: object, expected: object) -> None:
    assert difference(actual, expected) is None
    assert Answer(actual) == expected


@pytest.mark.parametrize(("actual", "expected"), DIFFERENT, ids=repr)
def test_different(actual: object, expected: object) -> None:
    found = difference(actual, expected)
    assert found is not None
    assert found.text
    assert Answer(actual) != expected
    if type(expected) is not int and not (isinstance(expected, list) and type(expected[0]) is int):
        assert difference(actual, expected, rtol=1e-6) is not None


@given(st.recursive(
    st.integers() | st.floats(allow_nan=False) | st.text() | st.booleans() | st.none(),
    lambda inner: st.lists(inner) | st.dictionaries(st.integers(), inner), max_leaves=15,
))  # fmt: skip
def test_everything_equals_itself(value: object) -> None:
    assert difference(value, value) is None
    assert difference(value, value, rtol=1e-6) is None
    assert isinstance(describe(value), str)
    assert isinstance(kind_of(value), str)


@given(st.lists(st.floats(-1e9, 1e9), min_size=1), st.floats(1e-9, 1e-3), st.data())
def test_a_tolerance_is_a_window(numbers: list[float], rtol: float, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(numbers) - 1))
    size = abs(numbers[place])
    near, far = list(numbers), list(numbers)
    near[place] += 0.5 * rtol * size
    far[place] += 3 * rtol * size + 1e-300
    assert difference(near, numbers, rtol=rtol) is None
    if size > 1e-6:
        found = difference(far, numbers, rtol=rtol)
        assert found is not None
        assert found.where == f"[{place}]"


def test_a_difference_says_where_and_how_many() -> None:
    found = difference([[1, 2], [3, 5], [6, 6]], [[1, 2], [3, 4], [5, 6]])
    assert found is not None
    assert found.where == "[1][1]"
    assert "returned 5, expected 4" in found.text
    assert "2 of 6 numbers differ" in found.text


def test_a_million_numbers_are_no_trouble() -> None:
    numbers = list(range(1_000_000))
    assert difference(numbers, np.arange(1_000_000)) is None
    assert len(describe(numbers)) < 400


def test_readings_are_strict() -> None:
    assert number(Answer(np.float32(0.5))) == 0.5
    assert integer(Answer(np.array(7))) == 7
    assert array(Answer([[1, 2], [3, 4]]), (None, 2)).tolist() == [[1, 2], [3, 4]]
    assert [item.value for item in items(Answer((1, 2)), 2)] == [1, 2]
    for reading in (
        lambda: number(Answer(True)), lambda: number(Answer(math.nan)), lambda: number(Answer([1])),
        lambda: integer(Answer(1.0)), lambda: array(Answer([[1], [2, 3]])), lambda: array(Answer(1)),
        lambda: array(Answer([math.inf])), lambda: array(Answer([1, 2]), (3,)),
        lambda: array(Answer([True])), lambda: items(Answer([1]), 2), lambda: items(Answer(None), 2),
        lambda: Answer(None)[0], lambda: list(Answer(3)), lambda: bool(Answer(1)),
        lambda: len(Answer(None)), lambda: Answer([1])[5], lambda: Answer({})["k"],
        lambda: Answer("a") < 1, lambda: array(Answer([1.5]), kind="int"),
    ):  # fmt: skip
        with pytest.raises(AnswerMismatch, match="returned|has no"):
            reading()


def test_matchers_and_arithmetic() -> None:
    assert Answer([1.0, 2.0000000001]) == close([1, 2])
    assert close([1, 2]) == Answer((1, 2))
    assert Answer([1.0, 2.1]) != close([1, 2])
    assert abs(Answer(2.5) - 3) < 1
    assert 0 < Answer(1) <= 1
    assert not Answer(math.nan) < 1
    assert 2 in Answer([1, 2])
