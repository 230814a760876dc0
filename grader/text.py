"""What the terminal shows: live progress, then a table and one line.

No thread runs behind it, since the tests run in a fork of this process; and no markup is read from
what a candidate or an author wrote.
"""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from grader.display import one_line, shorten, visible
from grader.interviews import handed_in_words
from grader.model import Report, TestResult, Verdict
from grader.places import place
from grader.verdicts import bytes_in_words, growth_in_words, seconds_in_words

SHORT = {
    Verdict.ACCEPTED: ("ok", "green"),
    Verdict.WRONG_ANSWER: ("wrong", "red"),
    Verdict.RUN_TIME_ERROR: ("error", "red"),
    Verdict.TIME_LIMIT_EXCEEDED: ("time", "yellow"),
    Verdict.MEMORY_LIMIT_EXCEEDED: ("memory", "yellow"),
    Verdict.OUTPUT_LIMIT_EXCEEDED: ("output", "yellow"),
    Verdict.REJECTED: ("rejected", "magenta"),
    Verdict.JUDGE_ERROR: ("not graded", "magenta"),
}

EXPLAINED = 3
"""So many failures are told in full, each kind once; the report tells them all."""


class Progress:
    """Tells how a grading goes on: one line that changes on a terminal, plain lines elsewhere."""

    def __init__(self, console: Console, *, quiet: bool = False) -> None:
        self._console = console
        self._quiet = quiet
        self._live = console.is_terminal and not console.is_dumb_terminal
        self._shown = False

    def stage(self, text: str) -> None:
        """A new part of the work."""
        self._line(f"{text} …")

    def test_started(self, name: str, title: str, index: int, total: int) -> None:
        """A test runs now."""
        if self._live:
            self._line(f"test {index + 1} of {total}: {title}")

    def test_finished(self, result: TestResult) -> None:
        """A test has ended; one that failed leaves a line behind."""
        word, style = SHORT[result.verdict]
        if self._quiet or (self._live and result.verdict is Verdict.ACCEPTED):
            return
        self._clear()
        text = Text(f"{word:>10}  ", style) + Text(one_line(result.title))
        self._console.print(text, soft_wrap=True)

    def measured(self, size: int, note: str) -> None:
        """A size was measured."""
        self._line(f"measuring size {size:,}: {note}")

    def compared(self, found: object) -> None:
        """For the watchers of authors; nothing to see here."""

    def close(self) -> None:
        """Leave a clean line."""
        self._clear()

    def _line(self, text: str) -> None:
        if self._quiet:
            return
        text = one_line(text)
        if not self._live:
            self._console.print(Text(text), soft_wrap=True)
            return
        width = max(20, self._console.width - 1)
        self._console.file.write("\r\x1b[2K" + text[:width])
        self._console.file.flush()
        self._shown = True

    def _clear(self) -> None:
        if self._shown:
            self._console.file.write("\r\x1b[2K")
            self._console.file.flush()
            self._shown = False


def summary(
    report: Report,
    console: Console,
    *,
    paths: tuple[str, ...] = (),
    quiet: bool = False,
    verbose: bool = False,
    marks: bool = True,
) -> None:
    """The tests, the marks and the verdict, at any width from 60 columns.

    When `quiet`, the verdict's line alone; when `verbose`, also the costs and the time's parts.
    Without `marks` how many tests pass is told instead: of the visible ones, say.
    """
    if quiet:
        console.print(_verdict_line(report), soft_wrap=True)
        return
    table = Table(box=None, pad_edge=False, show_edge=False, header_style="bold")
    table.add_column("verdict", no_wrap=True)
    table.add_column("points", justify="right", no_wrap=True)
    table.add_column("test", ratio=1)
    if verbose:
        table.add_column("CPU", justify="right", no_wrap=True)
        table.add_column("memory", justify="right", no_wrap=True)
    told: set[tuple[str, str]] = set()
    for test in report.tests:
        word, style = SHORT[test.verdict]
        what = Text(one_line(test.title))
        kind = (test.message, test.hint if report.reader == "candidate" else "")
        if test.verdict is not Verdict.ACCEPTED and kind not in told:
            if len(told) < EXPLAINED or verbose:
                what = _explained(test)
            told.add(kind)
        cells = [Text(word, style), Text(f"{test.points:g}/{test.max_points:g}"), what]
        if verbose:
            cells += [Text(seconds_in_words(test.cpu_s)), Text(bytes_in_words(test.peak_bytes))]
        table.add_row(*cells)
    console.print(table)
    if len(told) > EXPLAINED and not verbose:
        console.print(Text(f"{len(told) - EXPLAINED} more kinds of failure: see the report", "dim"))
    _tell_notes(report, console)
    if not marks:
        console.print(_passed_line(report), soft_wrap=True)
        return
    console.print()
    score = report.score
    for name, part in (
        ("correctness", score.correctness), ("runtime", score.runtime), ("memory", score.memory),
    ):  # fmt: skip
        if part.max:
            cost = getattr(report.performance, name, None) if report.performance else None
            why = f"  {visible(cost.explanation)}" if cost is not None else ""
            if cost is not None and (words := growth_in_words(cost)):
                why += f"; it grows {words}"
            console.print(Text(f"{name:<12} {part.points:>5g} of {part.max:g}{why}"))
    if report.flags and report.reader == "interviewer":
        found = (place(finding.line, report.submission.cells) for finding in report.flags[:8])
        console.print(Text(f"{'to look at':<12} {'; '.join(found)}: see the report", "magenta"))
    console.print(_verdict_line(report), no_wrap=True, overflow="ellipsis")
    if report.attempt is not None and report.attempt.due is not None:
        late = report.attempt.late_s > 0
        words = handed_in_words(report.attempt)
        console.print(Text(words, "bold yellow" if late else ""), soft_wrap=True)
    if verbose:
        parts = [f"{name} {seconds_in_words(spent)}" for name, spent in report.timings_s.items()]
        whole = f"{'time':<12} {seconds_in_words(report.duration_s)}: {', '.join(parts)}"
        console.print(Text(visible(whole), "dim"))
    for path in paths:
        console.print(Text(visible(path)), soft_wrap=True)


def _verdict_line(report: Report) -> Text:
    score = report.score
    marks = Text(f"{'total':<12} {score.total:>5g} of {score.max:g}  ", "bold")
    return marks + Text(one_line(report.message), SHORT[report.verdict][1])


def _tell_notes(report: Report, console: Console) -> None:
    """What of a notebook was left out."""
    notes = report.submission.notes
    for note in notes[:EXPLAINED]:
        console.print(Text(f"note: {one_line(note)}", "dim"), soft_wrap=True)
    if len(notes) > EXPLAINED:
        console.print(Text(f"note: {len(notes) - EXPLAINED} more: see the report", "dim"))


def _passed_line(report: Report) -> Text:
    passed = sum(test.verdict is Verdict.ACCEPTED for test in report.tests)
    kind = "" if any(test.hidden for test in report.tests) else "visible "
    count = Text(f"{passed} of {len(report.tests)} {kind}tests pass  ", "bold")
    told = report.message if report.verdict is not Verdict.ACCEPTED else ""
    return count + Text(one_line(told), SHORT[report.verdict][1])


def _explained(test: TestResult) -> Text:
    """The title of a test that failed, what happened, and the hint."""
    text = Text(one_line(test.title))
    for label, part in (("", test.call), ("", test.message), ("example: ", test.example)):
        if part:
            text.append("\n  " + shorten(visible(label + part), 600).replace("\n", "\n  "), "dim")
    if test.hint:
        text.append("\n  hint: " + shorten(visible(test.hint), 400), "italic")
    return text
