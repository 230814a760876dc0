"""What a candidate's function returned, as a hidden test handles it.

An `Answer` compares by the conventions of `grader.comparing`, and everything that a test does with
it checks first that it can be done: a mistake of the candidate ends as a sentence about the answer.
"""

import math
import operator
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from typing import Any

import numpy as np

from grader.comparing import SEQUENCES, Difference, describe, difference, distance, flat, kind_of


class AnswerMismatch(AssertionError):
    """The answer is not of the form that the test asks for."""

    def __init__(self, text: str, expected: str = "", actual: str = "") -> None:
        super().__init__(text)
        self.expected = expected or None
        self.actual = actual or None


listener: ContextVar[Callable[[float], None] | None] = ContextVar("listener", default=None)
"""Whoever is told, in tolerances, how far each answer that is compared by `close` was off."""


class Close:
    """`answer == close(expected)`: equal within a tolerance."""

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, expected: Any, rtol: float = 1e-6, atol: float = 1e-9) -> None:
        self.expected = _plain(expected)
        self.rtol = rtol
        self.atol = atol

    def difference(self, actual: Any) -> Difference | None:
        """As `grader.comparing.difference`."""
        if (tell := listener.get()) is not None:
            off = distance(_plain(actual), self.expected, rtol=self.rtol, atol=self.atol)
            if off is not None:
                tell(off)
        return difference(_plain(actual), self.expected, rtol=self.rtol, atol=self.atol)

    def __eq__(self, other: object) -> bool:
        return self.difference(other) is None

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __repr__(self) -> str:
        return f"{describe(self.expected)} within rtol {self.rtol:g}, atol {self.atol:g}"


close = Close


def _plain(value: Any) -> Any:
    return value.value if type(value) is Answer else value


class Answer:
    """A returned value; `.value` is it as plain Python and numpy."""

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, value: Any) -> None:
        self.value = value

    def __repr__(self) -> str:
        return describe(self.value)

    def __eq__(self, other: object) -> bool:
        return unlike(self, other) is None

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __bool__(self) -> bool:
        value = self.value.item() if isinstance(self.value, np.bool_) else self.value
        if type(value) is not bool:
            raise self._mismatch("True or False")
        return value

    def __len__(self) -> int:
        return len(self._items("a sequence"))

    def __iter__(self) -> Iterator["Answer"]:
        return (Answer(item) for item in self._items("a sequence"))

    def __contains__(self, item: object) -> bool:
        return any(Answer(own) == item for own in self._items("a sequence"))

    def __getitem__(self, key: Any) -> "Answer":
        if type(self.value) is dict:
            if _plain(key) not in self.value:
                raise AnswerMismatch(f"the returned dict has no key {describe(key, 80)}")
            return Answer(self.value[_plain(key)])
        if not isinstance(self.value, (*SEQUENCES, str)):
            raise self._mismatch("a sequence")
        try:
            return Answer(self.value[key])
        except IndexError:
            raise AnswerMismatch(f"returned {kind_of(self.value)}, which has no [{key}]") from None

    def keys(self) -> list[Any]:
        """The keys of a dict."""
        return list(self._dict())

    def items(self) -> list[tuple[Any, "Answer"]]:
        """The keys and values of a dict."""
        return [(key, Answer(value)) for key, value in self._dict().items()]

    def __float__(self) -> float:
        return number(self, nan=True)

    def __int__(self) -> int:
        return integer(self)

    def __index__(self) -> int:
        return integer(self)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> np.ndarray[Any, Any]:
        return np.array(array(self, finite=False), dtype=dtype)

    def __abs__(self) -> float:
        return abs(number(self, nan=True))

    def _dict(self) -> dict[Any, Any]:
        if type(self.value) is not dict:
            raise self._mismatch("a dict")
        return self.value

    def _items(self, wanted: str) -> Any:
        known = isinstance(self.value, (*SEQUENCES, str, bytes, dict, set, frozenset))
        if not known or (type(self.value) is np.ndarray and self.value.ndim == 0):
            raise self._mismatch(wanted)
        return self.value

    def _mismatch(self, wanted: str) -> AnswerMismatch:
        return AnswerMismatch(
            f"returned {kind_of(self.value)}, expected {wanted}", wanted, describe(self.value)
        )


def _operator(operation: Callable[[Any, Any], Any], *, swapped: bool = False) -> Any:
    def apply(self: Answer, other: Any) -> Any:
        mine = number(self, nan=True)
        theirs = number(other, nan=True) if type(other) is Answer else other
        return operation(theirs, mine) if swapped else operation(mine, theirs)

    return apply


for _name in ("lt", "le", "gt", "ge", "add", "sub", "mul", "truediv"):
    setattr(Answer, f"__{_name}__", _operator(getattr(operator, _name)))
for _name in ("add", "sub", "mul", "truediv"):
    setattr(Answer, f"__r{_name}__", _operator(getattr(operator, _name), swapped=True))


def unlike(answer: Any, other: Any) -> Difference | None:
    """How an answer differs from what it is compared with; None where it does not."""
    if isinstance(other, Close):
        return other.difference(answer)
    return difference(_plain(answer), _plain(other))


# --------------------------------------------------------------------------- strict readings


def number(answer: Any, *, nan: bool = False) -> float:
    """A real number as a float; bool is none, and NaN is none unless `nan`."""
    value = _scalar(answer)
    if type(value) not in (int, float):
        raise _wanted(answer, "a number")
    try:
        result = float(value)
    except OverflowError:
        raise _wanted(answer, "a number that a float can hold") from None
    if math.isnan(result) and not nan:
        raise AnswerMismatch("returned nan, expected a number", "a number", "nan")
    return result


def integer(answer: Any) -> int:
    """An integer; a float is none, even a whole one."""
    value = _scalar(answer)
    if type(value) is not int:
        raise _wanted(answer, "an integer")
    return value


def array(
    answer: Any,
    shape: tuple[int | None, ...] | None = None,
    kind: str = "float",
    *,
    finite: bool = True,
) -> np.ndarray[Any, Any]:
    """Numbers as an array of float64 (int64 for kind "int") and of `shape`; None fits any side."""
    value = _plain(answer)
    wanted = f"an array of {'integers' if kind == 'int' else 'numbers'}"
    if shape is not None:
        wanted += f" of shape ({', '.join('any' if side is None else str(side) for side in shape)})"
    if not isinstance(value, SEQUENCES):
        raise _wanted(answer, wanted)
    result = _numeric(value, kind)
    if result is None:
        raise _wanted(answer, wanted)
    fits = shape is None or (
        len(shape) == result.ndim
        and all(side is None or side == own for side, own in zip(shape, result.shape, strict=True))
    )
    if not fits:
        raise AnswerMismatch(
            f"returned an array of shape {result.shape}, expected {wanted}", wanted, describe(value)
        )
    if finite and not np.isfinite(result).all():
        raise AnswerMismatch("returned numbers that are not finite", wanted, describe(value))
    return result


def _numeric(value: Any, kind: str) -> np.ndarray[Any, Any] | None:
    allowed, target = ("iu", np.int64) if kind == "int" else ("iuf", np.float64)
    if type(value) is np.ndarray:
        return value.astype(target) if value.dtype.kind in allowed else None
    kinds = {int} if kind == "int" else {int, float}
    if any(type(leaf) not in kinds for leaf in flat(value)):
        return None
    try:
        rows = [_numeric(v, kind) if isinstance(v, SEQUENCES) else v for v in value]
        result = np.array(rows, dtype=target)
    except (ValueError, OverflowError, TypeError):
        return None
    return result


def items(answer: Any, count: int) -> tuple[Answer, ...]:
    """The items of a list or tuple of exactly `count`."""
    value = _plain(answer)
    if type(value) not in (list, tuple):
        raise _wanted(answer, f"a tuple of {count}")
    if len(value) != count:
        raise AnswerMismatch(
            f"returned {len(value)} values, expected {count}", f"{count} values", describe(value)
        )
    return tuple(Answer(item) for item in value)


def _scalar(answer: Any) -> Any:
    value = _plain(answer)
    if isinstance(value, np.generic) or (type(value) is np.ndarray and value.ndim == 0):
        return value.item()
    return value


def _wanted(answer: Any, wanted: str) -> AnswerMismatch:
    value = _plain(answer)
    return AnswerMismatch(f"returned {kind_of(value)}, expected {wanted}", wanted, describe(value))
