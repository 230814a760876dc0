"""Attempts as people read them: a table, marks over time, what changed between two. Pure."""

import difflib
from collections.abc import Iterator, Sequence
from datetime import datetime

from rich.table import Table
from rich.text import Text

from grader.attempts import Attempt, State
from grader.display import one_line, shorten, visible
from grader.interviews import Interview, clock, span
from grader.model import Report, TestResult, Verdict
from grader.results import parse_result
from grader.text import SHORT

BARS = "▁▂▃▄▅▆▇█"
MOST_LINES = 2000
NAME_CHARACTERS = 40


def report_of(attempt: Attempt) -> Report | None:
    """The result of an attempt; None where it has none."""
    if attempt.result is None:
        return None
    return parse_result(attempt.result, f"attempt {attempt.id}")


def table(attempts: Sequence[tuple[Attempt, Report | None]]) -> Table:
    """One line for each attempt."""
    made = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("id", "problem", "candidate", "attempt", "handed in", "after", "verdict", "marks"):
        right = name in ("id", "attempt", "after", "marks")
        least = 10 if name == "candidate" else None
        made.add_column(name, justify="right" if right else "left", no_wrap=name != "verdict",
                        min_width=least, overflow="ellipsis")  # fmt: skip
    for attempt, report in attempts:
        marks = f"{report.score.total:g}/{report.score.max:g}" if report else "–"
        made.add_row(
            str(attempt.id), attempt.problem, _name(attempt.candidate), _number(attempt),
            f"{attempt.handed_in.astimezone():%m-%d %H:%M}", _after(attempt),
            _verdict(attempt, report), marks,
        )  # fmt: skip
    return made


def _name(candidate: str) -> Text:
    return Text(shorten(one_line(candidate), NAME_CHARACTERS))


def _number(attempt: Attempt) -> str:
    if attempt.state in (State.OVER, State.FAILED):
        return "–"
    return f"{attempt.number}" if attempt.of is None else f"{attempt.number}/{attempt.of}"


def _after(attempt: Attempt) -> str:
    if attempt.started is None:
        return ""
    return span((attempt.handed_in - attempt.started).total_seconds())


def _verdict(attempt: Attempt, report: Report | None) -> Text:
    if attempt.state is State.OVER:
        text = Text("over the limit, not graded", "yellow")
    elif report is None:
        pending = attempt.state is State.PENDING
        text = Text("being graded, or lost" if pending else "not graded", "magenta")
    else:
        text = Text(report.verdict.replace("_", " "), SHORT[report.verdict][1])
    if attempt.late_s > 0:
        text.append(f", {span(attempt.late_s)} late", "yellow")
    return text


def marks_over_time(attempts: Sequence[tuple[Attempt, Report | None]]) -> Iterator[Text]:
    """A line of bars for each candidate and problem with more than one graded attempt."""
    lines: dict[tuple[str, str], list[float]] = {}
    for attempt, report in attempts:
        if report is not None and report.verdict is not Verdict.JUDGE_ERROR:
            share = report.score.total / report.score.max if report.score.max else 0.0
            lines.setdefault((attempt.problem, attempt.candidate), []).append(share)
    for (problem, candidate), shares in lines.items():
        if len(shares) > 1:
            bars = "".join(BARS[round(share * (len(BARS) - 1))] for share in shares[-60:])
            ends = f"{100 * shares[0]:.0f} % to {100 * shares[-1]:.0f} %"
            yield Text(f"{problem} ") + _name(candidate) + Text(f"  {bars}  {ends}")


def standing(interview: Interview, now: datetime) -> Text:
    """One line on an interview: whose, on what, and the clock."""
    line = Text(f"{interview.problem} ") + _name(interview.candidate)
    began = f"{interview.started.astimezone():%Y-%m-%d %H:%M}"
    limit = "" if interview.attempts is None else f", at most {interview.attempts} attempts"
    return line + Text(f"  began {began}, {clock(interview, now)}{limit}")


def source_diff(first: Attempt, second: Attempt) -> Iterator[Text]:
    """The unified diff of two attempts' sources, in colours."""
    sides = [visible(one.submission.source).splitlines() for one in (first, second)]
    names = [f"{one_line(one.submission.file)} (attempt {one.id})" for one in (first, second)]
    styles = {"+": "green", "-": "red", "@": "cyan"}
    lines = difflib.unified_diff(sides[0], sides[1], names[0], names[1], lineterm="")
    for count, line in enumerate(lines):
        if count == MOST_LINES:
            yield Text("… and more", "dim")
            return
        yield Text(line, styles.get(line[:1], ""))


def changed_tests(first: Report, second: Report) -> Iterator[Text]:
    """The tests that end otherwise than they did, by name, and the marks."""
    before = {test.name: test for test in first.tests}
    after = {test.name: test for test in second.tests}
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name), after.get(name)
        if old is None or new is None or old.verdict is not new.verdict:
            title = one_line((new or old).title)  # type: ignore[union-attr]  # one of them is there
            yield _word(old) + Text(" → ") + _word(new) + Text(f"  {title}")
    totals = (first.score.total, second.score.total)
    yield Text(f"total {totals[0]:g} → {totals[1]:g} of {second.score.max:g}", "bold")


def _word(test: TestResult | None) -> Text:
    if test is None:
        return Text(f"{'absent':>10}", "dim")
    word, style = SHORT[test.verdict]
    return Text(f"{word:>10}", style)
