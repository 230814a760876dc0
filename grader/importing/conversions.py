"""What MBPP+'s JSON cannot say: which lists of an input are tuples, sets or complex numbers. Pure.

The table is that of the set's own loader, by the task's number.
"""

from collections.abc import Callable
from typing import Any

from grader.importing.drafts import Refused

Convert = Callable[[list[Any]], list[Any]]


def _rows(value: Any) -> list[Any]:
    return [tuple(row) for row in value]


def _deep(value: Any) -> Any:
    return tuple(map(_deep, value)) if isinstance(value, list) else value


def _sets(given: list[Any]) -> list[Any]:
    return [[set(item) if isinstance(item, list) and item else {} for item in given[0]]]


def _mixed(given: list[Any]) -> list[Any]:
    return [tuple(tuple(item) if isinstance(item, list) else item for item in given[0])]


_TABLE: list[tuple[tuple[int, ...], Convert]] = [
    (
        (2, 116, 132, 143, 222, 261, 273, 394, 399, 421, 424, 429, 470, 560, 579, 596, 616, 630,
         726, 740, 744, 809),
        lambda given: [tuple(value) for value in given],
    ),
    (
        (63, 64, 70, 94, 120, 237, 272, 299, 400, 409, 417, 438, 473, 614, 780),
        lambda given: [_rows(value) for value in given],
    ),
    ((75, 413, 444, 753), lambda given: [_rows(given[0]), given[1]]),
    ((106, 750), lambda given: [given[0], tuple(given[1])]),
    ((115,), _sets),
    ((124,), lambda given: [float(given[0]), complex(given[1])]),
    ((250, 405, 446, 617, 720, 763, 808), lambda given: [tuple(given[0]), given[1]]),
    ((259, 401, 445), lambda given: [tuple(_rows(value)) for value in given]),
    ((278,), _mixed),
    ((307,), lambda given: [tuple(given[0]), given[1], given[2]]),
    ((722,), lambda given: [{k: tuple(v) for k, v in given[0].items()}, *given[1:]]),
    ((252,), lambda given: [complex(given[0])]),
    ((580, 615, 791), lambda given: [_deep(value) for value in given]),
]  # fmt: skip
_BY_NUMBER = {number: convert for numbers, convert in _TABLE for number in numbers}


def as_python(task: str, inputs: list[Any]) -> list[list[Any]]:
    """The inputs of a task, each as a list of arguments.

    Raises:
        Refused: an input is no list, or not of the form that the table says.
    """
    for number, given in enumerate(inputs, 1):
        if not isinstance(given, list):
            raise Refused(f"input {number} is no list of arguments")
    name, _, number_text = task.partition("/")
    convert = _BY_NUMBER.get(int(number_text)) if number_text.isdigit() else None
    if name.lower() != "mbpp" or convert is None:
        return inputs
    try:
        return [convert(given) for given in inputs]
    except (TypeError, ValueError, IndexError, AttributeError) as error:
        raise Refused(f"an input is not of the form that {task} has: {error}") from None
