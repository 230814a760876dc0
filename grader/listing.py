"""A submission's source as numbered, highlighted lines with notes under some of them. Pure.

The source is text of a candidate: it is coloured, never parsed, and what cannot be seen is shown.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from grader.display import shorten, visible

SOURCE_CHARACTERS = 60_000
MOST_LINES = 1000
COLORED_BYTES = 120_000
PLAIN_CHARACTERS = 12_000
LINE_CHARACTERS = 400

_LINE = Markup('<div class="line{}" id="line-{}"><b>{}</b><code>{}</code></div>')
_NOTE = Markup('<p class="note">{}</p>')


def listing(source: str, notes: Mapping[int, Sequence[str]]) -> Markup:
    """Every line with its number; a line that `notes` names is marked, its notes under it.

    Of a source beyond all measure there is the beginning, and the marked lines of the rest.
    """
    lines = lines_of(source)
    text = shorten(
        visible(shorten("\n".join(lines[:MOST_LINES]), SOURCE_CHARACTERS)), SOURCE_CHARACTERS
    )
    shown = _colored(text)
    if sum(len(line.encode()) for line in shown) > COLORED_BYTES:  # markup for every character
        shown = [Markup.escape(line) for line in shorten(text, PLAIN_CHARACTERS).split("\n")]
    parts = [_line(number, line, notes) for number, line in enumerate(shown, start=1)]
    if len(shown) < len(lines):
        parts.append(_NOTE.format(f"{len(lines) - len(shown):,} more lines are not shown"))
    for number in sorted(n for n in notes if len(shown) < n <= len(lines)):
        rest = Markup.escape(
            shorten(visible(shorten(lines[number - 1], LINE_CHARACTERS)), LINE_CHARACTERS)
        )
        parts.append(_line(number, rest, notes))
    return Markup('<div class="code">{}</div>').format(Markup("\n").join(parts))


def _line(number: int, line: Markup, notes: Mapping[int, Sequence[str]]) -> Markup:
    found = notes.get(number, ())
    text = _LINE.format(" marked" if found else "", number, number, line)
    return text + Markup("").join(_NOTE.format(note) for note in found)


def line_at(lines: Sequence[str], number: int | None) -> str:
    """One of the source's `lines`, for a sentence about it; "" where there is no such line."""
    if number is None or not 1 <= number <= len(lines):
        return ""
    return shorten(visible(shorten(lines[number - 1].strip(), LINE_CHARACTERS)), LINE_CHARACTERS)


def lines_of(source: str) -> list[str]:
    """The lines of `source` as Python counts them, without empty ones at the end."""
    return source.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")


def _colored(text: str) -> list[Markup]:
    formatter = HtmlFormatter(nowrap=True)
    marked = highlight(text, PythonLexer(stripnl=False, ensurenl=False), formatter)
    return [Markup(line) for line in marked.removesuffix("\n").split("\n")]


@cache
def code_css() -> str:
    """The colours of the source, for light and for dark."""
    light, dark = _style("default"), _style("github-dark")
    return f"{light}\n@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}\n"


def _style(name: str) -> str:
    return str(HtmlFormatter(style=name).get_style_defs(".code"))  # type: ignore[no-untyped-call]
