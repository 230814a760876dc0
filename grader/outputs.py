"""Is what a program printed the expected output? By the rules of Kattis' default validator. Pure.

Tokens between white space are compared, upper and lower case alike; a flag says otherwise. With a
tolerance a token that is a number, where one is expected, may be off by that much.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from grader.answers import AnswerMismatch
from grader.comparing import describe, kind_of
from grader.explaining import plain

_TOKEN = re.compile(r"\S+")
_PIECE = re.compile(r"\s+|\S+")
_REAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,4})?")


def check_output(
    function: Callable[..., Any], case: Path, *, case_sensitive: bool = False,
    space_sensitive: bool = False, relative: float | None = None, absolute: float | None = None,
) -> None:  # fmt: skip
    """Give `function` the text of `case`.in; its answer should be that of `case`.ans.

    Raises:
        AnswerMismatch: the answer is no text, or the first token that differs.
    """
    given = case.with_name(f"{case.name}.in").read_text(encoding="utf-8")
    expected = case.with_name(f"{case.name}.ans").read_text(encoding="utf-8")
    actual = plain(function(given))
    if type(actual) is not str:
        raise AnswerMismatch(f"returned {kind_of(actual)}, expected the text that is printed")
    found = differs(
        actual, expected, case_sensitive=case_sensitive, space_sensitive=space_sensitive,
        relative=relative, absolute=absolute,
    )  # fmt: skip
    if found:
        raise AnswerMismatch(found, describe(expected), describe(actual))


def differs(
    actual: str, expected: str, *, case_sensitive: bool = False, space_sensitive: bool = False,
    relative: float | None = None, absolute: float | None = None,
) -> str:  # fmt: skip
    """The first difference in words, "" where there is none."""
    pattern = _PIECE if space_sensitive else _TOKEN
    ours, theirs = pattern.findall(expected), pattern.findall(actual)
    for number, (want, got) in enumerate(zip(ours, theirs, strict=False), 1):
        same = want == got or (not case_sensitive and want.casefold() == got.casefold())
        if not same and not _near(got, want, relative, absolute):
            shown = f"{describe(got, 120)}, expected {describe(want, 120)}"
            return f"token {number} of the output is {shown}"
    if len(ours) != len(theirs):
        return f"the output has {len(theirs)} tokens, expected {len(ours)}"
    return ""


def _near(actual: str, expected: str, relative: float | None, absolute: float | None) -> bool:
    if relative is None and absolute is None:
        return False
    if not _REAL.fullmatch(actual) or not _REAL.fullmatch(expected):
        return False
    gap = abs(float(actual) - float(expected))
    allowed = max(absolute or 0.0, (relative or 0.0) * abs(float(expected)))
    return gap <= allowed
