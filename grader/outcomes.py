"""What a candidate's process may answer: a value, an exception, an end. All of it is data.

`CandidateStopped` is a BaseException, so that a test's `pytest.raises(Exception)` cannot swallow a
crash or a limit; `CandidateRaised` is the exception that the candidate's code raised, and is also
of the built-in kind that it was (a `ValueError` there can be caught as a `ValueError` here).
"""

import builtins
from functools import cache
from typing import Any

from grader.model import Cost, Ending, Finding, Frozen

MOST_LINES = 1_000_000


class Handle(Frozen, frozen=True, kw_only=True):
    """An object that stays in the child."""

    number: int


class CandidateStopped(BaseException):
    """The candidate's process ended, or was ended, before it answered."""

    def __init__(self, ending: Ending, cost: Cost) -> None:
        super().__init__(ending.kind)
        self.ending = ending
        self.cost = cost


class CandidateRaised(Exception):
    """The candidate's code raised: its own words, as data."""

    type_name = "Exception"
    kinds: tuple[str, ...] = ()
    text = ""
    lines: tuple[tuple[int, str, str, int], ...] = ()
    while_loading = False

    @property
    def line(self) -> int | None:
        """The innermost line of the submission, where one is known."""
        return self.lines[-1][0] or None if self.lines else None


class CandidateMisfit(Exception):
    """The source runs, but does not define what the problem asks for."""


class Unanswerable(Exception):
    """A value came back whose type does not cross the wall, or (`too_large`) too much of it."""

    def __init__(self, text: str, *, too_large: bool) -> None:
        super().__init__(text)
        self.too_large = too_large


def findings(rows: Any) -> tuple[Finding, ...]:
    """The policy's findings in a reply; what has not their form is left out."""
    findings = []
    for row in rows if type(rows) is list else []:
        if type(row) is list and [type(part) for part in row] == [int, int, str, str]:
            line, column, what, why = row
            line, column = (min(max(n, 1), MOST_LINES) for n in (line, column))
            findings.append(
                Finding(line=line, column=column, what=plain(what, 300), why=plain(why, 500))
            )
    return tuple(findings)


def plain(text: Any, limit: int) -> str:
    """Text of the candidate's as text that UTF-8 can hold, cut."""
    return str(text)[:limit].encode("utf-8", "backslashreplace").decode("utf-8")


@cache
def _kind(name: str) -> type[CandidateRaised]:
    """CandidateRaised crossed with the built-in exception `name`, if it is an ordinary one."""
    kind = getattr(builtins, name, None)
    special = {"UnicodeDecodeError", "UnicodeEncodeError", "UnicodeTranslateError"}
    if name in special or not (isinstance(kind, type) and issubclass(kind, Exception)):
        return CandidateRaised
    if issubclass(kind, (BaseExceptionGroup, AssertionError)):
        return CandidateRaised  # an AssertionError of theirs is no finding of ours
    return type(f"Candidate{name}", (CandidateRaised, kind), {})


def raised(error: dict[str, Any], loading: bool) -> CandidateRaised:
    """The exception that a reply claims; every field may be of any type."""
    kinds = error.get("kinds")
    names = tuple(str(name)[:100] for name in kinds[:20]) if type(kinds) is list else ()
    cross = next((found for name in names if (found := _kind(name)) is not CandidateRaised), None)
    text = plain(error.get("text", ""), 4096)
    exception = (cross or CandidateRaised)(text)
    exception.type_name = plain(error.get("type", "Exception"), 200)
    exception.kinds, exception.text, exception.while_loading = names, text, loading
    lines = []
    for row in error["lines"][:10] if type(error.get("lines")) is list else []:
        if type(row) is list and [type(part) for part in row] == [int, str, str, int]:
            lines.append(
                (
                    min(max(row[0], 0), MOST_LINES),
                    plain(row[1], 200),
                    plain(row[2], 200),
                    min(max(row[3], 0), MOST_LINES),
                )
            )
    exception.lines = tuple(lines)
    return exception
