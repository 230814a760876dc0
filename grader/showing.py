"""A prompt made to fit a terminal: Markdown in, Markdown out. Pure.

Code and formulas must not be wrapped in the middle of a line, where nobody can read them: a comment
that makes a line of code too long goes below it instead.
"""

import re
import textwrap

WIDEST = 88
"""Text is read best in lines of at most so many characters, however wide the terminal."""
MARGIN = 2
_FENCE = re.compile(r" {0,3}(```|~~~)")
_COMMENT = re.compile(r"(?P<code>.*\S) {1,}(?P<comment>#\s.*)")
_INDENT = "    "


def fitted(markdown: str, width: int) -> str:
    """The same text with lines of code that fit `width`, where a comment is what is too long."""
    room = width - MARGIN
    lines: list[str] = []
    inside = False
    for line in markdown.splitlines():
        if _FENCE.match(line):
            inside = not inside
        lines += _code(line, room) if inside and len(line) > room else [line]
    return "\n".join(lines) + "\n"


def _code(line: str, room: int) -> list[str]:
    found = _COMMENT.fullmatch(line)
    if found is None:
        return [line]
    comment = found["comment"].lstrip("# ")
    start = f"{_INDENT}# "
    below = textwrap.wrap(comment, room, initial_indent=start, subsequent_indent=start)
    return [found["code"], *below]
