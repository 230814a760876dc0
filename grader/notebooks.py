"""The code cells of a Jupyter notebook as one Python source. Pure; the JSON is the candidate's."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

from grader.display import shorten

PYTHON_MAGICS = frozenset(("time", "timeit", "capture", "prun"))
"""Cell magics whose cell is Python; the cells of all others (`%%bash`) are left out whole."""
NOT_A_NOTEBOOK = "the notebook is not of format 4 or 3: cells, each with a cell_type and a source"
LEFT_OUT = "# (left out)"
MOST_NOTES = 20
NOTE_CHARACTERS = 80

_LINE_END = re.compile(r"\r\n|\r|\n")
_TIMED = re.compile(r"(?P<indent>[ \t]*)%time[ \t]+(?P<statement>[^-\s].*)", re.DOTALL)
"""`%time x = f()` is what it times; other magics do not bind what they run."""
_ASSIGNED = re.compile(r"\s*\w[\w, \t]*=[ \t]*[!%]")
"""`files = !ls`, which is never Python."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_HELP = re.compile(r"\s*(\?.*|[\w.]+\?{1,2}\s*)$")
_TOKEN = re.compile(
    r"""(?P<comment>\#.*)
    | (?P<quotes>\"{3}|'{3})
    | (?P<quote>["'])(?:\\.|(?!(?P=quote)).)*(?:(?P=quote)|$)
    | (?P<open>[(\[{]) | (?P<close>[)\]}])
    """,
    re.VERBOSE,
)


class Code(NamedTuple):
    """The code of a notebook, or the `fault` that it has none."""

    source: str = ""
    cells: tuple[int, ...] = ()
    """The lines of `source` where the code cells begin: at a comment with the cell's number."""
    notes: tuple[str, ...] = ()
    """What was left out."""
    fault: str = ""


def code_of(text: str) -> Code:
    """The code cells in the text of a notebook of format 4, or 3.

    Every cell starts with a line `# cell 3`, counted among the code cells. Magics and shell lines
    become comments, so lines keep their distance from that line.
    """
    try:
        notebook = json.loads(text)
    except RecursionError:
        return Code(fault="the notebook is nested too deep")
    except ValueError as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        return Code(fault=f"the notebook is not JSON{where}")
    try:
        cells = [_source(cell) for cell in _cells(notebook) if cell["cell_type"] == "code"]
    except (KeyError, TypeError):
        return Code(fault=NOT_A_NOTEBOOK)
    if not any(cell.strip() for cell in cells):
        return Code(fault="the notebook has no code")
    notes: list[str] = []
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for number, cell in enumerate(cells, 1):
        parts.append(f"# cell {number}\n{_without_magics(cell, number, notes)}\n")
        starts.append(length)
        length += len(parts[-1]) + 1
    source = "\n".join(parts)
    ends = [match.end() for match in _LINE_END.finditer(source)]
    if len(notes) > MOST_NOTES:
        notes[MOST_NOTES:] = [f"and {len(notes) - MOST_NOTES:,} more lines"]
    return Code(source, tuple(bisect_right(ends, at) + 1 for at in starts), tuple(notes))


def _cells(notebook: Any) -> list[Any]:
    """The cells of format 4; those of format 3 lie in worksheets."""
    if "cells" not in notebook and notebook["worksheets"]:
        return [cell for sheet in notebook["worksheets"] for cell in sheet["cells"]]
    found = notebook["cells"]
    if not isinstance(found, list):
        raise TypeError
    return found


def _source(cell: Any) -> str:
    lines = cell["source"] if "source" in cell else cell["input"]
    if isinstance(lines, list):
        return "".join(lines)  # a TypeError where they are not texts
    if not isinstance(lines, str):
        raise TypeError
    return lines


def _without_magics(cell: str, number: int, notes: list[str]) -> str:
    lines = [match[0] for match in _LINE.finditer(cell)]
    first = next((line for line in lines if line.strip()), "")
    if first.startswith("%%"):
        name = first[2:].split(maxsplit=1)[0] if first[2:].strip() else ""
        if name not in PYTHON_MAGICS:
            notes.append(f"cell {number} was left out whole: {_brief(first)}")
            return "".join(f"{LEFT_OUT} {line}" for line in lines if line)
    kept: list[str] = []
    for place, (line, starts) in enumerate(_with_starts(lines), 1):
        if starts and (timed := _TIMED.match(line)):
            kept.append(timed["indent"] + timed["statement"])
        elif starts and _is_magic(line):
            notes.append(f"cell {number}, line {place} was left out: {_brief(line)}")
            kept.append(_left_out(line))
        else:
            kept.append(line)
    return "".join(kept)


def _brief(line: str) -> str:
    return shorten(line.strip(), NOTE_CHARACTERS)


def _is_magic(line: str) -> bool:
    start = line.lstrip()
    if start.startswith(("%", "!", "get_ipython().")) or _ASSIGNED.match(line):
        return True
    return bool(_HELP.match(line.rstrip("\r\n")))


def _left_out(line: str) -> str:
    text = line.lstrip(" \t")
    indent = line[: len(line) - len(text)]
    return f"{indent}pass  {LEFT_OUT} {text}" if indent else f"{LEFT_OUT} {text}"


def _with_starts(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """Each line, and whether a statement may start there.

    In brackets, in a text and after a backslash, a line that begins with `%` is plain Python.
    """
    depth, inside, goes_on = 0, "", False
    for line in lines:
        starts = not (depth or inside or goes_on)
        yield line, starts
        bare = line.rstrip("\r\n")
        goes_on = bare.endswith("\\") and not inside
        if starts and _is_magic(line):
            goes_on = False
            continue
        at = 0
        while at < len(bare):
            if inside:
                end = _closing(bare, inside, at)
                if end < 0:
                    break
                inside, at = "", end
                continue
            match = _TOKEN.search(bare, at)
            if match is None:
                break
            at = match.end()
            if match["comment"]:
                goes_on = False
            inside = match["quotes"] or ""
            depth = max(0, depth + bool(match["open"]) - bool(match["close"]))


def _closing(line: str, quotes: str, at: int) -> int:
    """Where the text in `quotes` that `line` is inside of at `at` ends; -1 if not in this line."""
    while (found := line.find(quotes, at)) >= 0:
        before = line[at:found]
        if (len(before) - len(before.rstrip("\\"))) % 2 == 0:
            return found + 3
        at = found + 1
    return -1
