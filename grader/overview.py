"""Many reports → `index.html`: marks, verdicts and costs of all, and which test fails whom. Pure.

Results are put side by side only within a cohort. Small, so that a thousand open at once.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from grader.cohorts import (
    BINS,
    Cohort,
    Column,
    Entry,
    cohorts,
    columns,
    distribution,
    graded,
    middle,
    row,
)
from grader.display import shorten
from grader.model import CostResult, Report, Verdict
from grader.plotting import columns as columns_plot
from grader.rendering import Texts, content_hash, environment, stylesheet
from grader.resources import resource

NAME_CHARACTERS = 80
TITLE_CHARACTERS = 200
MOST_TESTS = 300
_SIGNS = {
    Verdict.ACCEPTED: ("p", "✓"),
    Verdict.WRONG_ANSWER: ("w", "✗"),
    Verdict.RUN_TIME_ERROR: ("e", "E"),
    Verdict.TIME_LIMIT_EXCEEDED: ("t", "T"),
    Verdict.MEMORY_LIMIT_EXCEEDED: ("t", "M"),
    Verdict.OUTPUT_LIMIT_EXCEEDED: ("t", "O"),
    Verdict.REJECTED: ("r", "R"),
    Verdict.JUDGE_ERROR: ("r", "–"),
}
_CELLS = {verdict: Markup("<td class={}>{}").format(*sign) for verdict, sign in _SIGNS.items()}
_NO_CELL = Markup("<td>")


class Row(NamedTuple):
    """One submission, as the tables show it."""

    name: Markup
    page: str
    verdict: Verdict
    total: float
    numbers: tuple[str, ...]
    flags: str
    alike: Markup
    runtime: Markup
    cells: Markup


class Group(NamedTuple):
    """One cohort, as the page shows it."""

    heading: Markup
    place: Markup
    rows: list[Row]
    tests: list[Column]
    histogram: Markup
    accepted: int
    others: int
    ungraded: int
    graded: int
    median: float | None
    verdicts: list[tuple[Verdict, int]]


def index(entries: Sequence[Entry]) -> str:
    """The page over all of `entries`; their pages are linked as they are named there."""
    texts = Texts(1 << 40)
    css = stylesheet()
    script = (resource("reports") / "index.js").read_text(encoding="utf-8")
    groups = [_group(cohort, texts) for cohort in cohorts(entries)]
    verdicts = Counter(entry.report.verdict for entry in entries)
    return (
        environment()
        .get_template("index.html.j2")
        .render(
            count=len(entries),
            titles=list(dict.fromkeys(_title(e.report.problem.title, texts) for e in entries)),
            css=Markup(css),
            styles=content_hash(css),
            script=Markup(script),
            scripts=content_hash(script),
            groups=groups,
            alike=sum(bool(entry.alike) for entry in entries),
            verdicts=[verdict for verdict in Verdict if verdict in verdicts],
        )
    )


def _group(cohort: Cohort, texts: Texts) -> Group:
    tests = columns(cohort)[:MOST_TESTS]
    accepted, others = distribution(cohort)
    found = Counter(entry.report.verdict for entry in cohort.entries)
    rated = len(graded(cohort))
    return Group(
        heading=_title(f"{cohort.title} ({cohort.problem})", texts),
        place=_title(cohort.place, texts),
        rows=[_row(entry, tests, texts) for entry in cohort.entries],
        tests=[t._replace(title=_title(t.title, texts)) for t in tests],
        histogram=_histogram(accepted, others) if rated > 1 else Markup(""),
        accepted=sum(accepted),
        others=sum(others),
        ungraded=len(cohort.entries) - rated,
        graded=rated,
        median=middle(cohort),
        verdicts=[(verdict, found[verdict]) for verdict in Verdict if found[verdict]],
    )


def _histogram(accepted: Sequence[int], others: Sequence[int]) -> Markup:
    ticks = [f"{low}–{low + 9 if low < 90 else 100}" for low in range(0, 100, 100 // BINS)]
    spread = ", ".join(
        f"{a + o} at {tick}" for a, o, tick in zip(accepted, others, ticks, strict=True) if a + o
    )
    return Markup(
        columns_plot(
            {"accepted": accepted, "not accepted": others},
            ticks,
            label=f"How many results earned how many percent of the marks: {spread or 'none'}",
        )
    )


def _row(entry: Entry, tests: Sequence[Column], texts: Texts) -> Row:
    report = entry.report
    passed = sum(test.verdict is Verdict.ACCEPTED for test in report.tests)
    found, score = report.performance, report.score
    runtime, memory = (found.runtime, found.memory) if found else (None, None)
    return Row(
        name=texts.name(shorten(report.candidate, NAME_CHARACTERS)),
        page="./" + quote(entry.page) if entry.page else "",
        verdict=report.verdict,
        total=score.total,
        numbers=(
            f"{passed}/{len(report.tests)}",
            f"{score.runtime.points:g}", _times(runtime),
            f"{score.memory.points:g}", _times(memory),
        ),
        flags=_flags(report),
        alike=_title(entry.alike, texts),
        runtime=_title(report.sandbox.runtime or report.sandbox.engine, texts),
        cells=Markup("").join(
            _NO_CELL if verdict is None else _CELLS[verdict] for verdict in row(report, tests)
        ),
    )  # fmt: skip


def _times(cost: CostResult | None) -> str:
    return "" if cost is None else f"{cost.ratio:.3g}"


def _flags(report: Report) -> str:
    kinds = ((report.policy, "policy"), (report.flags, "to look at"))
    flags = [f"{len(found)} {word}" for found, word in kinds if found]
    if report.attempt is not None and report.attempt.late_s > 0:
        flags.append("late")
    return ", ".join(flags)


def _title(text: str, texts: Texts) -> Markup:
    return texts.field(shorten(text, TITLE_CHARACTERS))
