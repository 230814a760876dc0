"""Report → one self-contained HTML page. Pure but for reading the templates.

Everything in a report that a candidate or an author wrote is data: autoescaped, made visible,
and cut to a size at which a page stays a page. A strict policy in the page forbids the rest.
"""

import base64
import hashlib
import math
import re
import shlex
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

import jinja2
import markdown_it
from markupsafe import Markup, escape

from grader.display import shorten, unmixed, visible
from grader.interviews import handed_in_words
from grader.listing import code_css, line_at, lines_of, listing
from grader.model import CostResult, Marks, Report, Step, TestResult, Verdict
from grader.places import place
from grader.plotting import decades, log_log, powers_of_two
from grader.resources import resource
from grader.verdicts import IN_WORDS, bytes_in_words, growth_in_words, seconds_in_words

FIELD_CHARACTERS = 4096
CRAMPED_CHARACTERS = 30
TEXT_BYTES = 80_000
"""Texts of outside may fill so much of a page; from there on each is cut to a few words."""
PROMPT_CHARACTERS = 10_000
MOST_TESTS = 150
MOST_FAILURES = 20
OPEN_FAILURES = 3
MOST_RUNGS = 5
MOST_NOTES = 50
NOTE_CHARACTERS = 160
ALIKE_SHOWN = 5
SHORT_VALUE = 7


class Texts:
    """Makes text of outside fit to show, in one page, until the page has had enough of it."""

    def __init__(self, room_bytes: int = TEXT_BYTES) -> None:
        self._room = room_bytes

    def field(self, text: Any) -> Markup:
        """`text` visible, cut and escaped."""
        limit = FIELD_CHARACTERS if self._room > 0 else CRAMPED_CHARACTERS
        shown = escape(shorten(visible(shorten(str(text), limit)), limit))
        self._room -= len(shown.encode("utf-8"))
        return shown

    def name(self, text: Any) -> Markup:
        """A name: letters that pose as others are told apart too."""
        return self.field(unmixed(str(text)))


class Part(NamedTuple):
    """One line of the marks."""

    name: str
    marks: Marks
    why: str


class Failure(NamedTuple):
    """A test that failed, or several that failed in the very same way."""

    number: int
    test: TestResult
    alike: int
    titles: tuple[str, ...]
    line_text: str

    @property
    def told(self) -> tuple[str, str]:
        """What happened in our words, and what the submission itself said of it."""
        found = _RAISED.fullmatch(self.test.message)
        if found is None:
            return self.test.message, ""
        return f"it raised {found[1]}{found[3] or ''}, and said:", found[2]

    @property
    def across(self) -> bool:
        """Whether its values are short enough to stand side by side."""
        found = self.test.comparison
        texts = [t for e in (found.elements if found else ()) for t in (e.expected, e.actual)]
        return all(len(text) <= SHORT_VALUE for text in texts)


class Measured(NamedTuple):
    """Runtime or memory: a picture whose series are `names`, and how it became marks."""

    title: str
    caption: str
    svg: Markup
    names: tuple[str, ...]
    cost: CostResult | None


_RAISED = re.compile(
    r"it raised (\w+): (.*?)((?: while the file was imported)?(?: \((?:cell \d+, )?line \d+\))?)",
    re.S,
)
VERDICT_WORDS = {verdict: words.partition(":")[0] for verdict, words in IN_WORDS.items()}


def html(report: Report, *, prompt: str = "") -> str:
    """The page of one report; `prompt` is the problem's Markdown."""
    css = stylesheet() + code_css()
    failures, places = _failures(report) if not report.policy else ([], {})
    texts = Texts()
    return (
        environment()
        .get_template("report.html.j2")
        .render(
            report=report,
            css=Markup(css),
            styles=content_hash(css),
            field=texts.field,
            name=texts.name,
            prompt=_prompt(prompt),
            marks=_marks(report),
            failures=failures[:MOST_FAILURES],
            more_failures=max(0, len(failures) - MOST_FAILURES),
            places={index: n for index, n in places.items() if n <= MOST_FAILURES},
            open=OPEN_FAILURES,
            tests=report.tests[:MOST_TESTS],
            measured=_measured(report),
            rungs=_rungs(report),
            source=listing(report.submission.source, _notes(report)),
            again=_again(report),
            attempt=_attempt(report),
            place=lambda line: place(line, report.submission.cells),
        )
    )


def _marks(report: Report) -> list[Part]:
    passed = sum(test.verdict is Verdict.ACCEPTED for test in report.tests)
    parts = [
        Part(
            "Correctness",
            report.score.correctness,
            f"{passed} of {len(report.tests)} tests passed",
        )
    ]
    found = report.performance
    for name, marks, cost in (
        ("Runtime", report.score.runtime, found.runtime if found else None),
        ("Memory", report.score.memory, found.memory if found else None),
    ):
        if marks.max:
            if cost is not None:
                why = cost.explanation
            elif found is not None and found.note:
                why = found.note
            elif report.verdict is Verdict.ACCEPTED:
                why = "not measured"
            else:
                why = "earned only by a submission that passes every test"
            parts.append(Part(name, marks, why))
    return parts


def _failures(report: Report) -> tuple[list[Failure], dict[int, int]]:
    """What failed, told once where it is the same; and the failure's number of each test."""
    alike: dict[Any, list[int]] = defaultdict(list)
    for index, test in enumerate(report.tests):
        if test.verdict is not Verdict.ACCEPTED:
            alone = test.verdict is Verdict.WRONG_ANSWER or (
                report.reader == "candidate" and test.hidden  # the hints are all there is
            )
            alike[index if alone else (test.verdict, test.message, test.line)].append(index)
    failures: list[Failure] = []
    lines = lines_of(report.submission.source)
    places: dict[int, int] = {}
    for number, indexes in enumerate(alike.values(), start=1):
        test = report.tests[indexes[0]]
        text = line_at(lines, test.line)
        titles = tuple(report.tests[i].title for i in indexes[:ALIKE_SHOWN])
        failures.append(Failure(number, test, len(indexes), titles, text))
        places |= dict.fromkeys(indexes, number)
    return failures, places


def _notes(report: Report) -> Mapping[int, list[str]]:
    """What there is to say about lines of the source."""
    notes: dict[int, list[str]] = defaultdict(list)
    findings = [("not allowed", finding) for finding in report.policy]
    if report.reader == "interviewer":
        findings += [("for a person to look at", finding) for finding in report.flags]
    for kind, found in findings[:MOST_NOTES]:
        notes[found.line].append(f"{kind}: {_brief(found.what)}: {_brief(found.why)}")
    failed: dict[int, list[TestResult]] = defaultdict(list)
    for test in report.tests:
        if test.line and not (report.policy and test.verdict is Verdict.REJECTED):
            failed[test.line].append(test)
    for line, tests in list(failed.items())[:MOST_NOTES]:
        more = f", and {len(tests) - 1} more" if len(tests) > 1 else ""
        notes[line].append(f"it failed here: {_brief(tests[0].title)}{more}")
    return notes


def _brief(text: str) -> str:
    return shorten(visible(shorten(text, NOTE_CHARACTERS)), NOTE_CHARACTERS)


def _rungs(report: Report) -> list[str]:
    """The references, in the problem's order; a larger size has the fewest."""
    if report.performance is None or not report.performance.sizes:
        return []
    return list(report.performance.sizes[0].references)[:MOST_RUNGS]


def _measured(report: Report) -> list[Measured]:
    found = report.performance
    if found is None or not found.sizes:
        return []
    both = []
    for title, what, words, ticks, cost in (
        ("Runtime", "cpu_s", seconds_in_words, decades, found.runtime),
        ("Memory", "peak_bytes", bytes_in_words, powers_of_two, found.memory),
    ):
        names, lines = ["this submission"], [[(s.size, getattr(s, what)) for s in found.sizes]]
        for rung in _rungs(report):
            names.append(rung)
            with_it = [s for s in found.sizes if rung in s.references]
            lines.append([(s.size, getattr(s.references[rung], what)) for s in with_it])
        caption = {"cpu_s": "CPU time", "peak_bytes": "Extra peak memory"}[what] + " by input size"
        last = found.sizes[-1]
        label = (
            f"{caption}, on logarithmic axes, beside {len(names) - 1} references; the submission"
            f" needs {words(getattr(last, what))} at size {last.size:,}"
        )
        svg = log_log(lines, label=label, x_words=_count, y_words=words, y_ticks=ticks)
        both.append(Measured(title, caption, Markup(svg), tuple(names), cost))
    return both


def _attempt(report: Report) -> str:
    """Which attempt of an interview it was, and whether in time."""
    found = report.attempt
    return handed_in_words(found) if found is not None and found.due is not None else ""


def _again(report: Report) -> str:
    """The command that grades this file again in such a sandbox."""
    words = ["grader", "submit", report.problem.slug, report.submission.file]
    if report.sandbox.engine == "process":
        words += ["--engine", "process"]
    if report.sandbox.runtime not in ("", "default"):
        words += ["--runtime", report.sandbox.runtime]
    return shlex.join(words)


def _ladder(cost: CostResult) -> list[Step | None]:
    """The references from best to worst, with None where the submission stands."""
    by_cost = sorted(cost.ladder, key=lambda step: -step.ratio)
    better = [step for step in by_cost if step.ratio > 1]
    return [*better, None, *by_cost[len(better) :]]


# --------------------------------------------------------------------------- for every page


def content_hash(text: str) -> Markup:
    """The source expression that lets a page's policy allow this one inline text."""
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode()
    return Markup(f"'sha256-{digest}'")


@cache
def stylesheet() -> str:
    """The one stylesheet of all pages."""
    return (resource("reports") / "report.css").read_text(encoding="utf-8")


@lru_cache(maxsize=16)
def _prompt(text: str) -> Markup:
    """A problem's prompt, which many pages show."""
    return Markup(_markdown().render(shorten(text, PROMPT_CHARACTERS))) if text else Markup()


@cache
def _markdown() -> markdown_it.MarkdownIt:
    return markdown_it.MarkdownIt("commonmark", {"html": False}).enable("table")


@cache
def environment() -> jinja2.Environment:
    """The templates, with the words that they use."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(resource("reports")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "points": lambda value: f"{value:g}",
        "bytes": bytes_in_words,
        "seconds": seconds_in_words,
        "ratio": lambda value: f"{value:.3g}",
        "growth": growth_in_words,
        "share": _share,
        "ladder": _ladder,
        "verdict": lambda value: VERDICT_WORDS[value],
    }
    return made


def _share(points: float, most: float) -> str:
    """Percent, for the width of a bar."""
    share = points / most if most > 0 and math.isfinite(points) else 0.0
    return f"{100 * min(1.0, max(0.0, share)):.1f}"


def _count(value: float) -> str:
    return f"{value:,.0f}"
