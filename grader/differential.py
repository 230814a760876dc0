"""Tests by many cases: arguments and the expected answers, in a file of the wire's own form.

As EvalPlus compares: equal in Python, or of one type and within a tolerance.
"""

import struct
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

import numpy as np

from grader import wire
from grader.answers import AnswerMismatch
from grader.comparing import describe
from grader.explaining import plain
from grader.outcomes import Unanswerable

SIZE = struct.Struct("<Q")
RTOL = 1e-7
FLOAT_ATOL = 1e-6
"""The tolerance where floats are expected and the task names none."""
Rule = Literal["equal", "as_set", "not_none"]


def pack_cases(cases: Iterable[tuple[list[Any], Any]]) -> bytes:
    """A file of (arguments, expected answer).

    Raises:
        wire.UnsupportedError, wire.TooLargeError: a value cannot be stored.
    """
    out = bytearray()
    for case in cases:
        payload = b"".join(wire.encode(case))
        out += SIZE.pack(len(payload)) + payload
    return bytes(out)


def read_cases(path: Path) -> Iterator[tuple[list[Any], Any]]:
    """(arguments, expected answer) of each case; WireError where the file is damaged."""
    with path.open("rb") as file:
        while head := file.read(SIZE.size):
            if len(head) < SIZE.size:
                raise wire.WireError(f"{path}: ends in the middle")
            arguments, expected = wire.decode(bytearray(file.read(SIZE.unpack(head)[0])))
            yield arguments, expected


def check_cases(
    function: Callable[..., Any], path: Path, *, atol: float = 0.0, rule: Rule = "equal"
) -> None:
    """Call `function` with the arguments of each case.

    Raises:
        AnswerMismatch: the first answer that is not the expected one.
    """
    for number, (arguments, expected) in enumerate(read_cases(path), 1):
        try:
            actual = plain(function(*arguments))
        except Unanswerable as error:
            if rule != "not_none" or error.too_large:
                raise
            actual = True  # an object that does not cross the wall is not None
        if not agrees(actual, expected, atol=atol, rule=rule):
            shown = [describe(value, 300) for value in (actual, expected)]
            text = f"case {number}: returned {shown[0]}, expected {shown[1]}"
            raise AnswerMismatch(text, shown[1], shown[0])


def agrees(actual: Any, expected: Any, *, atol: float, rule: Rule = "equal") -> bool:
    """Whether an answer, a builtin, is the expected one."""
    try:
        if rule == "as_set":
            return set(actual) == set(expected)
        if rule == "not_none":
            return bool(expected == (actual if type(actual) is bool else actual is not None))
        if actual == expected:
            return True
        atol = atol or (FLOAT_ATOL if _floats(expected) else 0.0)
        if not atol or type(actual) is not type(expected):
            return False
        if isinstance(expected, (list, tuple)) and len(actual) != len(expected):
            return False
        return bool(np.allclose(actual, expected, rtol=RTOL, atol=atol))
    except (TypeError, ValueError, OverflowError):  # of no such form
        return False


def _floats(value: Any) -> bool:
    many = isinstance(value, (list, tuple)) and value
    return all(type(item) is float for item in value) if many else type(value) is float
