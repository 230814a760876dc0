"""An answer beside the expected value, one value at a time, for a report to show. Pure.

Both sides are walked together as far as their structure agrees, and no further than a bound: a
report names the first differences, it is no dump.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

import numpy as np

from grader.comparing import SEQUENCES, describe, difference, kind_of
from grader.model import Comparison, Element

SHOWN = 12
"""So many values are shown: all of an answer of that size, else the first that differ."""
WALKED = 20_000
VALUE_CHARACTERS = 80


class _Pair(NamedTuple):
    where: str
    expected: Any
    actual: Any


def compared(
    actual: Any, expected: Any, *, rtol: float | None = None, atol: float = 0.0
) -> Comparison | None:
    """The two sides value by value; None where both are single values, which say it themselves."""
    if not isinstance(expected, (*SEQUENCES, dict)):
        return None
    kinds = Comparison(expected=kind_of(expected), actual=kind_of(actual))
    pairs = list(islice(_pairs(actual, expected, ""), WALKED + 1))
    if not _alike(actual, expected) or not pairs or len(pairs) > WALKED:
        return kinds
    same = [difference(p.actual, p.expected, rtol=rtol, atol=atol) is None for p in pairs]
    shown = range(len(pairs)) if len(pairs) <= SHOWN else _first_wrong(same)
    return Comparison(
        expected=kinds.expected,
        actual=kinds.actual,
        elements=tuple(
            Element(
                where=pairs[index].where,
                expected=describe(pairs[index].expected, VALUE_CHARACTERS),
                actual=describe(pairs[index].actual, VALUE_CHARACTERS),
                same=same[index],
            )
            for index in shown
        ),
        wrong=same.count(False),
        total=len(same),
    )


def _first_wrong(same: list[bool]) -> list[int]:
    return [index for index, equal in enumerate(same) if not equal][:SHOWN]


def _pairs(actual: Any, expected: Any, at: str) -> Iterator[_Pair]:
    """The leaves of both; where the structure differs, the two parts stand as one pair."""
    if not _alike(actual, expected):
        yield _Pair(at, expected, actual)
    elif isinstance(expected, dict):
        for key, value in expected.items():
            yield from _pairs(actual[key], value, f"{at}[{describe(key, 40)}]")
    elif isinstance(expected, SEQUENCES) and not _single(expected):
        for index, (ours, theirs) in enumerate(zip(expected, actual, strict=True)):
            yield from _pairs(theirs, ours, f"{at}[{index}]")
    else:
        yield _Pair(at, expected, actual)


def _alike(actual: Any, expected: Any) -> bool:
    """Whether the two can be walked together, one level down."""
    if isinstance(expected, dict):
        return isinstance(actual, dict) and actual.keys() == expected.keys()
    if isinstance(expected, SEQUENCES) and not _single(expected):
        many = isinstance(actual, SEQUENCES) and not _single(actual)
        return many and len(actual) == len(expected)
    return not isinstance(actual, (*SEQUENCES, dict)) or _single(actual)


def _single(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.ndim == 0
