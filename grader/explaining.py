"""Answers as plain Python, and what a failed comparison is told as. Pure but for one note.

Tests that were written for plain functions compare as Python does. They are handed builtins, and
the last one handed out is noted, so that a failed `==` knows which of its sides is the candidate's.
"""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

import numpy as np

from grader.answers import Answer, unlike
from grader.comparing import describe, kind_of

NOTHING = object()
last_plain: ContextVar[Any] = ContextVar("last_plain", default=NOTHING)
"""What `plain` gave out last in this test."""


def plain(answer: Any) -> Any:
    """An answer as Python's own values all the way down: arrays as lists, numpy's numbers too.

    It compares as Python compares: `1 == True`, and a list is no tuple.
    """
    value = _builtin(_bare(answer))
    last_plain.set(value)
    return value


def plainly(function: Callable[..., Any]) -> Callable[..., Any]:
    """`function` of the candidate's, whose answers are `plain`."""

    def plain_function(*args: Any, **kwargs: Any) -> Any:
        return plain(function(*args, **kwargs))

    return plain_function


def sides(left: Any, right: Any) -> tuple[Any, Any] | None:
    """(actual, expected) of a comparison; None where neither is known to be the candidate's."""
    last = last_plain.get()
    if type(left) is Answer or (type(right) is not Answer and left is last):
        return left, right
    if type(right) is Answer or right is last:
        return right, left
    return None


def explain(op: str, left: Any, right: Any) -> list[str]:
    """Lines for pytest's `pytest_assertrepr_compare`.

    Never none: pytest's own are made by comparing texts in time that has no bound, and either side
    may be the candidate's.
    """
    known = sides(left, right)
    if known is None:
        return [f"{describe(left)} {op} {describe(right)}"]
    if op != "==":
        return [f"returned {describe(_bare(left))}, expected it {op} {describe(_bare(right))}"]
    actual, expected = known
    if Answer not in (type(left), type(right)):
        return [_apart(actual, expected, "")]
    found = unlike(actual, expected)
    return [found.text if found else "equal now, though it was not before"]


def _apart(actual: Any, expected: Any, at: str) -> str:
    """Where two builtins are first unequal, as Python has it."""
    where = f"at {at}: " if at else ""
    kind = type(expected)
    if type(actual) is not kind and {kind, type(actual)} & {list, tuple, set, dict, str}:
        return f"{where}returned {kind_of(actual)}, expected {kind_of(expected)}"
    if kind in (list, tuple):
        if len(actual) != len(expected):
            return f"{where}returned {len(actual)} items, expected {len(expected)}"
        for index, (ours, theirs) in enumerate(zip(actual, expected, strict=True)):
            if ours != theirs:
                return _apart(ours, theirs, f"{at}[{index}]")
    if kind is dict and actual.keys() == expected.keys():
        for key in expected:
            if actual[key] != expected[key]:
                return _apart(actual[key], expected[key], f"{at}[{describe(key, 40)}]")
    return f"{where}returned {describe(actual, 120)}, expected {describe(expected, 120)}"


def _bare(value: Any) -> Any:
    return value.value if type(value) is Answer else value


def _builtin(value: Any) -> Any:
    if isinstance(value, (np.ndarray, np.generic)):
        return value.tolist()
    if type(value) in (list, tuple, set, frozenset):
        return type(value)(map(_builtin, value))
    if type(value) is dict:
        return {_builtin(key): _builtin(item) for key, item in value.items()}
    return value
