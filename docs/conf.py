"""The site: `make docs` builds it into build/docs, and a warning is an error."""

import re
from pathlib import Path

from grader.grading import grader_version

ROOT = Path(__file__).resolve().parent.parent

project = "grader"
copyright = "its authors, under the MIT licence"  # noqa: A001 - Sphinx's name for it
release = version = grader_version()
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_click"]
exclude_patterns = ["examples/*"]
html_theme = "furo"
html_title = "grader"
html_extra_path = ["result.schema.json"]
html_show_sphinx = False
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
autodoc_typehints = "description"
autodoc_member_order = "bysource"
nitpicky = False

_OUTSIDE = re.compile(r"\]\((?:\.\./)+(?:problems|reports|sandbox|grader)/[^)]*\)")
_FROM_ROOT = {
    "security": "SECURITY.md",
    "changelog": "CHANGELOG.md",
    "contributing": "CONTRIBUTING.md",
}
_INSIDE = {"](docs/": "](", **{f"]({name})": f"]({page}.md)" for page, name in _FROM_ROOT.items()}}


def _pages(_app: object, page: str, source: list[str]) -> None:
    """The pages of the repository's root; and links out of docs/, which mean nothing here."""
    if page in _FROM_ROOT:
        source[0] = (ROOT / _FROM_ROOT[page]).read_text(encoding="utf-8")
        for outside, inside in _INSIDE.items():
            source[0] = source[0].replace(outside, inside)
    source[0] = _OUTSIDE.sub("]", source[0])
    source[0] = re.sub(r"\[(`[^`\]]+`)\](?!\()", r"\1", source[0])


def _examples(_app: object, _context: object, lines: list[str]) -> None:
    """The examples of a command are code; sphinx-click would make verse of them."""
    made: list[str] = []
    in_code = False
    for line in lines:
        text = line.removeprefix("| ") if line.startswith("|") else None
        if text is not None and text.strip() == "Examples:":
            made += ["Examples:", "", ".. code-block:: text", ""]
            in_code = True
        elif in_code and text is not None:
            made.append(f"   {text.strip()}")
        else:
            in_code = False
            made.append(line.replace("*", r"\*"))
    lines[:] = made


def setup(app) -> None:
    app.connect("source-read", _pages)
    app.connect("sphinx-click-process-description", _examples)
