"""The code cells of a Jupyter notebook as one Python source. Pure; the JSON is the candidate's."""

import json
import re
from collections.abc import Iterator
from typing import Any

PYTHON_MAGICS = frozenset(("time", "timeit", "capture", "prun"))
"""Cell magics whose cell is Python; the cells of all others (`%%bash`) are left out whole."""
NOT_A_NOTEBOOK = "the notebook is not of format 4: cells, each with a cell_type and a source"
LEFT_OUT = "# (left out)"

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


def code_of(text: str) -> tuple[str, str]:
    """(source, "") of a notebook's text, or ("", why it has none).

    Every cell starts with a line `# cell 3`, counted among the code cells. Magics and shell lines
    become comments, so lines keep their distance from that line.
    """
    try:
        notebook = json.loads(text)
    except RecursionError:
        return "", "the notebook is nested too deep"
    except ValueError as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        return "", f"the notebook is not JSON{where}"
    try:
        cells = [_source(cell) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    except (KeyError, TypeError):
        return "", NOT_A_NOTEBOOK
    if not any(cell.strip() for cell in cells):
        return "", "the notebook has no code"
    parts = (f"# cell {number}\n{_without_magics(cell)}" for number, cell in enumerate(cells, 1))
    return "\n\n".join(parts) + "\n", ""


def _source(cell: Any) -> str:
    lines = cell["source"]
    if isinstance(lines, list):
        return "".join(lines)  # a TypeError where they are not texts
    if not isinstance(lines, str):
        raise TypeError
    return lines


def _without_magics(cell: str) -> str:
    lines = [match[0] for match in _LINE.finditer(cell)]
    first = next((line for line in lines if line.strip()), "")
    if first.startswith("%%"):
        name = first[2:].split(maxsplit=1)[0] if first[2:].strip() else ""
        if name not in PYTHON_MAGICS:
            return "".join(f"{LEFT_OUT} {line}" for line in lines if line)
    return "".join(
        _left_out(line) if starts and _is_magic(line) else line
        for line, starts in _with_starts(lines)
    )


def _is_magic(line: str) -> bool:
    return line.lstrip().startswith(("%", "!")) or bool(_HELP.match(line.rstrip("\r\n")))


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
