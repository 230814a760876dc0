"""A new problem folder that verifies at once: a small real problem, to be edited into another."""

import builtins
import keyword
import re
from pathlib import Path

from grader.display import one_line
from grader.errors import UsageError
from grader.problems import SLUG
from grader.resources import resource

_NAMES = ("new_problem", "NewProblem", "New problem")
"""What the templates are called in code, as a class, and as a title."""


def new_problem(slug: str, place: Path, *, is_class: bool = False) -> Path:
    """Make the folder `place`/`slug`.

    Raises:
        UsageError: the slug is none, or there is something of that name already.
    """
    function, made, title = _names(slug)
    folder = place / slug
    if folder.exists() or folder.is_symlink():
        raise UsageError(f"{one_line(str(folder))}: is there already", fix="choose another slug")
    template = resource("templates") / ("class" if is_class else "function")
    try:
        for source in sorted(template.rglob("*")):
            if source.is_file() and "__pycache__" not in source.parts:
                text = source.read_text(encoding="utf-8")
                for old, new in zip(_NAMES, (function, made, title), strict=True):
                    text = text.replace(old, new)
                target = folder / source.relative_to(template)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{one_line(str(folder))}: cannot be made: {error.strerror}") from None
    return folder


def _names(slug: str) -> tuple[str, str, str]:
    """As a function, as a class, as a title."""
    if not SLUG.fullmatch(slug):
        raise UsageError(
            f"{one_line(slug)[:80]!r} is no slug",
            fix="small letters, digits, - and _, a letter first, at most 64",
        )
    words = [word for word in re.split(r"[-_]", slug) if word]
    function = "_".join(words)
    if keyword.iskeyword(function) or keyword.issoftkeyword(function) or _is_used(function):
        raise UsageError(f"{slug!r} has a meaning in Python", fix="choose another slug")
    return function, "".join(word.capitalize() for word in words), " ".join(words).capitalize()


def _is_used(name: str) -> bool:
    return hasattr(builtins, name) or name == "np"
