"""Is the answer the expected value? Pure, on plain copies: nothing here runs a candidate's code.

The order is type, shape, kind, finiteness, value. List, tuple and array of equal shape are equal;
numpy scalars and 0-d arrays are numbers; bool is no number; where an integer is expected, a float
is not one; NaN equals nothing; numbers are exact unless a tolerance is given.
"""

import math
import reprlib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np

SEQUENCES = (list, tuple, np.ndarray)
REALS = (int, float)


class Difference(NamedTuple):
    """Where and how an answer differs from what was expected."""

    text: str
    where: str = ""
    wrong: int = 1
    """How many numbers differ, of `total`."""
    total: int = 1


class _Tolerance(NamedTuple):
    rtol: float | None
    atol: float


def difference(
    actual: Any, expected: Any, *, rtol: float | None = None, atol: float = 0.0
) -> Difference | None:
    """The first difference, or None. With `rtol`, |a - b| <= atol + rtol max(|a|, |b|) is equal."""
    return _differ(actual, expected, _Tolerance(rtol, atol), "")


def _differ(actual: Any, expected: Any, tol: _Tolerance, at: str) -> Difference | None:
    actual, expected = _unboxed(actual), _unboxed(expected)
    if isinstance(expected, SEQUENCES):
        return _sequences(actual, expected, tol, at)
    if isinstance(expected, dict):
        return _dicts(actual, expected, tol, at)
    if isinstance(expected, (set, frozenset)):
        if not isinstance(actual, (set, frozenset)):
            return _wrong_type(actual, expected, at)
        missing, extra = expected - actual, actual - expected
        if missing or extra:
            text = f"{len(missing)} elements are missing and {len(extra)} too many"
            return Difference(_at(at) + text, at)
        return None
    if type(expected) in (bool, str, bytes) or expected is None:
        if type(actual) is not type(expected):
            return _wrong_type(actual, expected, at)
        same = actual == expected
        return None if same else Difference(_at(at) + _returned(actual, expected), at)
    if type(expected) in (*REALS, complex):
        return _numbers(actual, expected, tol, at)
    return _wrong_type(actual, expected, at)


def _unboxed(value: Any) -> Any:
    """Numpy scalars and 0-d arrays as Python's own values."""
    if isinstance(value, np.generic) or (type(value) is np.ndarray and value.ndim == 0):
        return value.item()
    return value


def _numbers(actual: Any, expected: Any, tol: _Tolerance, at: str) -> Difference | None:
    allowed: tuple[type, ...] = {int: (int,), float: REALS}.get(type(expected), (*REALS, complex))
    if type(expected) is int and tol.rtol is not None:
        allowed = REALS  # with a tolerance a whole number is just a number
    if type(actual) not in allowed:
        return _wrong_type(actual, expected, at)
    if _close(actual, expected, tol):
        return None
    return Difference(_at(at) + _returned(actual, expected) + _relative(actual, expected, tol), at)


def _close(a: Any, b: Any, tol: _Tolerance) -> bool:
    if type(a) is int and type(b) is int and tol.rtol is None:
        return a == b
    try:
        a, b = (complex(a), complex(b)) if complex in (type(a), type(b)) else (float(a), float(b))
    except OverflowError:
        return bool(a == b)
    if a == b:  # infinities of one sign too
        return True
    if tol.rtol is None or not (np.isfinite(a) and np.isfinite(b)):
        return False
    return bool(abs(a - b) <= tol.atol + tol.rtol * max(abs(a), abs(b)))


def _relative(actual: Any, expected: Any, tol: _Tolerance) -> str:
    if tol.rtol is None:  # exact values, labels mostly: how far off means nothing
        return ""
    try:
        size = max(abs(actual), abs(expected))
        error = abs(actual - expected) / size
    except (OverflowError, ZeroDivisionError, TypeError):
        return ""
    return f" (relative error {error:.2g})" if math.isfinite(error) else ""


def _sequences(actual: Any, expected: Any, tol: _Tolerance, at: str) -> Difference | None:
    if not isinstance(actual, SEQUENCES):
        return _wrong_type(actual, expected, at)
    ours, theirs = _array(expected), _array(actual)
    if ours is not None and theirs is not None:
        if ours.shape != theirs.shape:
            text = f"returned {kind_of(actual)}, expected {kind_of(expected)}"
            return Difference(_at(at) + text, at)
        if _kinds_fit(theirs.dtype.kind, ours.dtype.kind, tol):
            return _arrays(theirs, ours, tol, at)
    if len(actual) != len(expected):
        text = f"returned {len(actual)} items, expected {len(expected)}"
        return Difference(_at(at) + text, at)
    for index, (a, e) in enumerate(zip(actual, expected, strict=True)):
        if found := _differ(a, e, tol, f"{at}[{index}]"):
            return found
    return None


def _array(value: Any) -> np.ndarray[Any, Any] | None:
    """`value` as an array of real numbers where that loses nothing; None where it would."""
    if type(value) is np.ndarray:
        return value if value.dtype.kind in "iuf" and value.ndim else None
    flat: list[Any] = value if type(value) is list else list(value)
    kinds = set(map(type, flat))
    if kinds and kinds <= {list, tuple}:
        widths = set(map(len, flat))
        if len(widths) != 1:
            return None
        kinds = set().union(*(set(map(type, row)) for row in flat))
    if kinds not in ({int}, {float}):
        return None
    try:
        return np.array(flat, dtype=np.int64 if kinds == {int} else np.float64)
    except (OverflowError, ValueError):
        return None


def _kinds_fit(actual: str, expected: str, tol: _Tolerance) -> bool:
    return actual in "iu" or expected == "f" or tol.rtol is not None


def _arrays(
    actual: np.ndarray[Any, Any], expected: np.ndarray[Any, Any], tol: _Tolerance, at: str
) -> Difference | None:
    same = actual == expected
    if tol.rtol is not None:
        a, b = actual.astype(np.float64), expected.astype(np.float64)
        with np.errstate(all="ignore"):
            size = np.maximum(np.abs(a), np.abs(b))
            near = np.abs(a - b) <= tol.atol + tol.rtol * size
        same |= near & np.isfinite(a) & np.isfinite(b)
    if same.all():
        return None
    wrong = np.argwhere(~same)
    where = at + "".join(f"[{index}]" for index in wrong[0])
    first = tuple(wrong[0])
    a, e = actual[first].item(), expected[first].item()
    text = _at(where) + _returned(a, e) + _relative(a, e, tol)
    count = len(wrong)
    if count > 1:
        text += f"; {count} of {same.size} numbers differ"
    return Difference(text, where, count, int(same.size))


def _dicts(actual: Any, expected: Any, tol: _Tolerance, at: str) -> Difference | None:
    if not isinstance(actual, dict):
        return _wrong_type(actual, expected, at)
    missing = [key for key in expected if key not in actual]
    extra = [key for key in actual if key not in expected]
    if missing or extra:
        parts = [f"lacks the key {describe(missing[0], 80)}"] if missing else []
        parts += [f"has a key too many, {describe(extra[0], 80)}"] if extra else []
        return Difference(_at(at) + "the dict " + " and ".join(parts), at)
    for key, value in expected.items():
        if found := _differ(actual[key], value, tol, f"{at}[{describe(key, 40)}]"):
            return found
    return None


def _at(where: str) -> str:
    return f"at {where}: " if where else ""


def _returned(actual: Any, expected: Any) -> str:
    return f"returned {describe(actual, 120)}, expected {describe(expected, 120)}"


def _wrong_type(actual: Any, expected: Any, at: str) -> Difference:
    got, wanted = kind_of(actual), kind_of(expected)
    if type(actual) in (*REALS, bool) and type(expected) in (*REALS, bool):
        names = {int: "the integer", float: "the float", bool: "the bool"}
        got = f"{names[type(actual)]} {actual}"
    return Difference(_at(at) + f"returned {got}, expected {wanted}", at)


def distance(actual: Any, expected: Any, *, rtol: float, atol: float) -> float | None:
    """How far an answer is from what was expected, in tolerances: up to 1 is equal.

    None where there are no numbers, or the forms differ; infinite where a number is not finite.
    """
    try:
        gaps = _gaps(actual, expected, rtol, atol)
        return max((gap for gap in gaps if gap is not None), default=None)
    except ValueError:
        return None


def _gaps(actual: Any, expected: Any, rtol: float, atol: float) -> Iterator[float | None]:
    """The distances of all leaves, of an array's only the greatest; ValueError: forms differ."""
    actual, expected = _unboxed(actual), _unboxed(expected)
    if isinstance(expected, dict) and isinstance(actual, dict):
        if actual.keys() != expected.keys():
            raise ValueError("other keys")
        for key, value in expected.items():
            yield from _gaps(actual[key], value, rtol, atol)
    elif isinstance(expected, SEQUENCES) and isinstance(actual, SEQUENCES):
        ours, theirs = _array(expected), _array(actual)
        if ours is not None and theirs is not None and ours.shape == theirs.shape:
            yield _array_gap(theirs, ours, rtol, atol)
            return
        if _width(actual) == _width(expected) != 0 and len(actual) == len(expected):
            actual, expected = list(zip(*actual, strict=True)), list(zip(*expected, strict=True))
        for one, other in zip(actual, expected, strict=True):
            yield from _gaps(one, other, rtol, atol)
    elif isinstance(expected, (dict, *SEQUENCES)) or isinstance(actual, (dict, *SEQUENCES)):
        raise ValueError("other kinds")
    else:
        yield _in_tolerances(actual, expected, rtol, atol)


def _width(rows: Any) -> int:
    """How many columns these rows have; 0 where they are no rows, or not of one length."""
    if not set(map(type, rows)) <= {list, tuple}:
        return 0
    widths = set(map(len, rows))
    return widths.pop() if len(widths) == 1 else 0


def _array_gap(
    actual: np.ndarray[Any, Any], expected: np.ndarray[Any, Any], rtol: float, atol: float
) -> float | None:
    apart = actual != expected
    if not apart.any():
        return 0.0 if actual.size else None
    a, b = actual[apart].astype(np.float64), expected[apart].astype(np.float64)
    with np.errstate(all="ignore"):
        gap = np.abs(a - b) / (atol + rtol * np.maximum(np.abs(a), np.abs(b)))
    return float(np.where(np.isfinite(gap), gap, np.inf).max())


def _in_tolerances(a: Any, b: Any, rtol: float, atol: float) -> float | None:
    if type(a) not in (*REALS, complex) or type(b) not in (*REALS, complex):
        return None
    if a == b:
        return 0.0
    try:
        gap, allowed = abs(a - b), atol + rtol * max(abs(a), abs(b))
        return gap / allowed if math.isfinite(gap) and allowed > 0 else math.inf
    except OverflowError:
        return math.inf


# --------------------------------------------------------------------------- in words

_NOUNS = {int: "an integer", float: "a float", bool: "True or False", complex: "a complex number"}
_PLURALS = {int: "integers", float: "floats", bool: "bools", str: "strings", complex: "numbers"}


def kind_of(value: Any) -> str:
    """What a value is, in words: "a list of 3 integers", "an array of shape (2, 3) and dtype …"."""
    value = _unboxed(value)
    kind = type(value)
    if value is None or kind in _NOUNS:
        return "None" if value is None else _NOUNS[kind]
    if kind is np.ndarray:
        return f"an array of shape {value.shape} and dtype {value.dtype}"
    if kind in (list, tuple):
        rows = _array(value)
        if rows is not None and rows.ndim == 2:
            return f"a {kind.__name__} of {len(value)} rows of {rows.shape[1]}"
        inner = {type(_unboxed(item)) for item in value[:1000]}
        items = _PLURALS.get(inner.pop(), "items") if len(inner) == 1 else "items"
        return f"a {kind.__name__} of {len(value)} {items}"
    if kind in (dict, set, frozenset, bytes):
        return f"a {kind.__name__} of {len(value)}"
    return "a string" if kind is str else f"a {kind.__name__}"


class _Repr(reprlib.Repr):
    def __init__(self) -> None:
        super().__init__()
        self.maxlist = self.maxtuple = self.maxdict = self.maxset = self.maxfrozenset = 8
        self.maxstring, self.maxlong, self.maxother, self.maxlevel = 120, 60, 120, 4

    def repr1(self, x: Any, level: int) -> str:
        if isinstance(x, np.generic):
            x = x.item()
        if type(x) is np.ndarray:
            head = x.ravel()[:8].tolist()
            body = ", ".join(self.repr1(item, level - 1) for item in head)
            more = ", …" if x.size > 8 else ""
            return f"array([{body}{more}], shape={x.shape}, dtype={x.dtype})"
        return str(super().repr1(x, level))


def describe(value: Any, limit: int = 400) -> str:
    """A readable, bounded text of any value; never fails and never takes long."""
    try:
        text = _Repr().repr(value)
    except Exception:
        text = f"<{type(value).__name__}>"
    return text if len(text) <= limit else text[: limit - 1] + "…"


def flat(value: Any) -> Iterable[Any]:
    """The numbers and other leaves of nested sequences, in order."""
    if isinstance(value, SEQUENCES) and not (type(value) is np.ndarray and not value.ndim):
        for item in value:
            yield from flat(item)
    else:
        yield _unboxed(value)
