"""Lines as the author of a submission counts them: of the file, or of a notebook's cell. Pure."""

import re
from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from grader.model import TestResult

PARSING = "the file does not parse: "
_ON_LINE = re.compile(r"\bon line (\d{1,7})\b")


def place(line: int, cells: Sequence[int] = ()) -> str:
    """`line 17`, or `cell 3, line 2`: `cells` are the lines where a notebook's code cells begin.

    The line that begins a cell is a comment of ours; the cell's own first line is the next one.
    """
    number = bisect_right(cells, line)
    if not number:
        return f"line {line}"
    return f"cell {number}, line {max(1, line - cells[number - 1])}"


def placed(test: TestResult, cells: Sequence[int]) -> TestResult:
    """The test with the line in its message as `place` says it."""
    if not cells or test.line is None:
        return test
    said, where = f"line {test.line}", place(test.line, cells)
    message = test.message
    if message.startswith(f"{said}, column "):
        message = where + message.removeprefix(said)
    elif message.startswith(PARSING):
        first, newline, rest = message.partition("\n")
        first = _ON_LINE.sub(lambda found: f"in {place(int(found[1]), cells)}", first)
        message = _last(first, f"({said})", f"({where})") + newline + rest
    else:
        message = _last(message, f"({said})", f"({where})")
    return msgspec.structs.replace(test, message=message)


def _last(text: str, old: str, new: str) -> str:
    """`text` with the last `old` in it replaced: what comes before may be the candidate's words."""
    before, found, after = text.rpartition(old)
    return before + new + after if found else text
