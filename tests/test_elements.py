"""What a report shows of a wrong answer: the values that differ, and the kinds of both sides."""

from typing import Any

import numpy as np
import pytest

from grader.elements import SHOWN, WALKED, compared


def shown(actual: Any, expected: Any, **tolerance: float) -> list[tuple[str, str, str, bool]]:
    found = compared(actual, expected, **tolerance)
    assert found is not None
    return [(e.where, e.expected, e.actual, e.same) for e in found.elements]


def test_a_small_answer_is_shown_whole() -> None:
    assert shown([1, 5, 3], [1, 2, 3]) == [
        ("[0]", "1", "1", True), ("[1]", "2", "5", False), ("[2]", "3", "3", True),
    ]  # fmt: skip


def test_of_a_large_answer_the_first_differences() -> None:
    expected = np.zeros((50, 10))
    actual = expected.copy()
    actual[3, 4:] = 1.5
    actual[9] = np.nan
    found = compared(actual, expected)
    assert found is not None
    assert len(found.elements) == SHOWN
    assert (found.wrong, found.total) == (16, 500)
    first = found.elements[0]
    assert (first.where, first.expected, first.actual, first.same) == (
        "[3][4]", "0.0", "1.5", False,
    )  # fmt: skip
    assert found.expected == "an array of shape (50, 10) and dtype float64"


def test_the_tolerance_of_the_test_counts() -> None:
    assert [same for *_, same in shown([1.0, 2.0], [1.001, 2.5], rtol=0.01)] == [True, False]


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        ([1, 2], [1, 2, 3]),
        (3, [1]),
        (None, [1]),
        ({"a": 1}, {"b": 1}),
        ([], []),
        (np.array(3.0), [1]),
        (np.zeros(WALKED + 5), np.ones(WALKED + 5)),
    ],
)
def test_other_kinds_are_only_named(actual: Any, expected: Any) -> None:
    found = compared(actual, expected)
    assert found is not None
    assert found.elements == ()
    assert found.actual
    assert found.expected


def test_parts_that_differ_in_kind_stand_as_one() -> None:
    assert shown([[1, 2], 3], [[1], 3]) == [
        ("[0]", "[1]", "[1, 2]", False), ("[1]", "3", "3", True),
    ]  # fmt: skip
    assert shown({"w": [1.0], "b": np.float64(2.0)}, {"w": [1.0], "b": 3.0}) == [
        ("['w'][0]", "1.0", "1.0", True), ("['b']", "3.0", "2.0", False),
    ]  # fmt: skip


def test_single_values_say_it_themselves() -> None:
    assert compared(1, 2) is None
    assert compared([1], 2) is None
