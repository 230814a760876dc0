"""Report → one self-contained HTML page. Pure but for reading the templates.

Everything in a report that a candidate or an author wrote is data: autoescaped, made visible,
and cut to a size at which a page stays a page. A strict policy in the page forbids the rest.
"""

import base64
import hashlib
from functools import cache
from typing import Any

import jinja2
import markdown_it
from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from grader.display import shorten, visible
from grader.model import Report
from grader.resources import resource
from grader.verdicts import IN_WORDS, bytes_in_words

FIELD_CHARACTERS = 4096
SOURCE_CHARACTERS = 60_000
HIGHLIGHTED_CHARACTERS = 200_000
PLAIN_CHARACTERS = 20_000
MOST_TESTS = 500


def html(report: Report, *, prompt: str = "") -> str:
    """The page; `prompt` is the problem's Markdown."""
    css = (resource("reports") / "report.css").read_text(encoding="utf-8") + _code_css()
    digest = base64.b64encode(hashlib.sha256(css.encode("utf-8")).digest()).decode()
    failing = {t.line: t.title for t in report.tests if t.line}
    marked = failing | {finding.line: finding.what for finding in report.policy}
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            report=report,
            css=Markup(css),
            style_hash=f"sha256-{digest}",
            prompt=Markup(_markdown().render(prompt)) if prompt else "",
            source=_source(report.submission.source, sorted(marked)),
            words=IN_WORDS,
            tests=report.tests[:MOST_TESTS],
        )
    )


@cache
def _markdown() -> markdown_it.MarkdownIt:
    return markdown_it.MarkdownIt("commonmark", {"html": False}).enable("table")


@cache
def _code_css() -> str:
    light = _style("default")
    dark = _style("github-dark")
    return f"\n{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n"


def _style(name: str) -> str:
    return str(HtmlFormatter(style=name).get_style_defs(".code"))  # type: ignore[no-untyped-call]


def _source(source: str, marked: list[int]) -> Markup:
    """The highlighted source; pygments escapes it, and the lines in `marked` stand out."""
    text = visible(shorten(source, SOURCE_CHARACTERS))
    formatter = HtmlFormatter(
        cssclass="code", linenos="inline", hl_lines=marked, lineanchors="line", wrapcode=True
    )
    colored = highlight(text, PythonLexer(stripnl=False), formatter)
    if len(colored) > HIGHLIGHTED_CHARACTERS:
        plain = shorten(text, PLAIN_CHARACTERS)
        return Markup('<div class="code"><pre>{}</pre></div>').format(plain)
    return Markup(colored)


def _field(text: Any) -> str:
    return shorten(visible(str(text)), FIELD_CHARACTERS)


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(resource("reports")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "field": _field,
        "points": lambda value: f"{value:g}",
        "bytes": bytes_in_words,
        "seconds": _seconds,
        "ratio": lambda value: f"{value:.3g}",
        "verdict": lambda value: str(value).replace("_", " "),
    }
    return environment


def _seconds(value: float) -> str:
    return f"{value * 1000:.3g} ms" if value < 1 else f"{value:.3g} s"
