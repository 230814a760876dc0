"""How a batch goes on, on the terminal. No thread runs behind it: this process forks."""

import time
from collections import Counter
from typing import Any

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from grader.display import one_line, shorten
from grader.model import Report, Verdict
from grader.text import SHORT

DRAW_S = 0.2


class BatchProgress:
    """Tells how a batch goes on: a bar on a terminal, plain lines elsewhere, faults always."""

    def __init__(self, console: Console, *, quiet: bool) -> None:
        self._console = console
        self._quiet = quiet
        self._verdicts: Counter[Verdict] = Counter()
        self.total = self.done = self.graded = 0
        self.where = ""
        live = console.is_terminal and not console.is_dumb_terminal and not quiet
        # No thread behind it: processes are forked from this one.
        self._bar = Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"), TimeElapsedColumn(), TextColumn("left"),
            TimeRemainingColumn(), TextColumn("{task.fields[verdicts]}"),
            console=console, auto_refresh=False, transient=True,
        ) if live else None  # fmt: skip
        self._task: Any = None
        self._drawn = 0.0

    def stage(self, text: str) -> None:
        """Something that comes before."""
        if not self._quiet:
            self._console.print(Text(f"{one_line(text)} …"), soft_wrap=True)

    def begun(self, total: int, kept_before: int, where: str) -> None:
        """How much there is to do, and where results are kept."""
        self.total, self.where = total, where
        text = f"{total} submissions"
        if kept_before:
            text += f", {kept_before} of them graded before"
        if not self._quiet:
            self._console.print(Text(text))
        if self._bar is not None:
            self._task = self._bar.add_task("grading", total=total, rate="", verdicts="")
            self._bar.start()

    def finished(self, candidate: str, report: Report, *, again: bool) -> None:
        """A submission has its result, and it is kept; `again`: since an earlier run."""
        self.done += 1
        self.graded += report.verdict is not Verdict.JUDGE_ERROR
        self._verdicts[report.verdict] += 1
        if self._bar is not None:
            if again:  # no part of the rate
                self._bar.tasks[0].completed += 1
            self._bar.update(self._task, advance=not again, verdicts=self.counts())
        elif not self._quiet and not again:
            word, _ = SHORT[report.verdict]
            name = one_line(shorten(candidate, 80))
            line = f"{self.done}/{self.total} {name}: {word}, {report.score.total:g}"
            if report.verdict is Verdict.JUDGE_ERROR:
                line += f" ({one_line(shorten(report.message, 200))})"
            self._console.print(Text(line), soft_wrap=True)
        self.tick()

    def fault(self, text: str) -> None:
        """A fault of ours; the batch goes on."""
        self._console.print(
            Text(f"fault: {one_line(shorten(text, 400))}", "yellow"), soft_wrap=True
        )

    def tick(self) -> None:
        """Some time has passed."""
        if self._bar is not None and self._task is not None and self._is_due():
            speed = self._bar.tasks[0].speed
            self._bar.update(self._task, rate=f"{speed:.1f}/s" if speed else "")
            self._bar.refresh()

    def _is_due(self) -> bool:
        """Whether the last picture is old enough: drawing costs more than a quick grading."""
        now = time.monotonic()
        if now - self._drawn < DRAW_S:
            return False
        self._drawn = now
        return True

    def counts(self) -> str:
        """How often there was each verdict."""
        return ", ".join(
            f"{self._verdicts[v]} {SHORT[v][0]}" for v in reversed(Verdict) if self._verdicts[v]
        )

    def close(self) -> None:
        """Leave a clean line."""
        if self._bar is not None:
            self._bar.stop()
