"""Many reports side by side: who may be compared with whom, which test fails everyone. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from grader.model import Report, SandboxFacts, TestResult, Verdict

BINS = 10
NOT_RUN = "not run"
_UNGRADED = (Verdict.JUDGE_ERROR,)


class Entry(NamedTuple):
    """A report and where its own page is, relative to the overview; "" where there is none."""

    report: Report
    page: str = ""
    alike: str = ""
    """Whom the submission is like, for a person to look at; "" where that is nobody."""


class Cohort(NamedTuple):
    """Results of one problem in one kind of sandbox: the only ones that are ever compared."""

    problem: str
    title: str
    place: str
    entries: tuple[Entry, ...]


class Column(NamedTuple):
    """One test over all submissions of a cohort."""

    key: tuple[bool, str, int]
    title: str
    hidden: bool
    passed: int
    total: int

    @property
    def remark(self) -> str:
        """What an author should know; with too few results there is nothing to know."""
        if self.total < 3:
            return ""
        if not self.passed:
            return "fails everyone"
        return "fails nobody" if self.passed == self.total else ""


def place_of(facts: SandboxFacts) -> str:
    """The sandbox in words: two results with other words here are not compared."""
    if not facts.python:
        return NOT_RUN
    parts = [facts.engine, facts.runtime if facts.runtime != "default" else "", facts.image]
    parts += [f"cgroup {facts.cgroup}" if facts.cgroup else ""]
    parts += [f"Python {facts.python}", f"numpy {facts.numpy}"]
    return ", ".join(part for part in parts if part)


def cohorts(entries: Iterable[Entry]) -> list[Cohort]:
    """The comparable groups, the largest first; in each the best marks first.

    What never ran (not UTF-8, say) has no place of its own: it joins its problem's largest group.
    """
    groups: dict[tuple[str, str], dict[str, list[Entry]]] = {}
    for entry in entries:
        problem = (entry.report.problem.slug, entry.report.problem.digest)
        group = groups.setdefault(problem, {})
        group.setdefault(place_of(entry.report.sandbox), []).append(entry)
    found = []
    for problem, group in groups.items():
        lost = group.pop(NOT_RUN, [])
        places = sorted(group, key=lambda place: (-len(group[place]), place)) or [NOT_RUN]
        group.setdefault(places[0], []).extend(lost)
        for place in places:
            title = group[place][0].report.problem.title
            ordered = tuple(sorted(group[place], key=_best_first))
            found.append(Cohort(f"{problem[0]}, version {problem[1]}", title, place, ordered))
    return sorted(found, key=lambda cohort: -len(cohort.entries))


def _best_first(entry: Entry) -> tuple[float, str]:
    return -entry.report.score.total, entry.report.candidate


def graded(cohort: Cohort) -> list[Report]:
    """The reports that say something about the submission."""
    return [e.report for e in cohort.entries if e.report.verdict not in _UNGRADED]


def columns(cohort: Cohort) -> list[Column]:
    """Each test with how many passed it, in the order of the tests."""
    found: dict[tuple[bool, str, int], list[TestResult]] = {}
    for report in graded(cohort):
        for key, test in _keyed(report):
            found.setdefault(key, []).append(test)
    return [
        Column(
            key=key,
            title=tests[0].title,
            hidden=tests[0].hidden,
            passed=sum(test.verdict is Verdict.ACCEPTED for test in tests),
            total=len(tests),
        )
        for key, tests in found.items()
    ]


def row(report: Report, tests: Sequence[Column]) -> list[Verdict | None]:
    """The verdicts of one submission in the order of `tests`; None where it has no such test."""
    own = {key: test.verdict for key, test in _keyed(report)}
    return [own.get(test.key) for test in tests]


def _keyed(report: Report) -> list[tuple[tuple[bool, str, int], TestResult]]:
    """Each test with what it is the same by: two files, and two cases, may share a name."""
    seen: Counter[tuple[bool, str]] = Counter()
    keyed = []
    for test in report.tests:
        seen[test.hidden, test.name] += 1
        keyed.append(((test.hidden, test.name, seen[test.hidden, test.name]), test))
    return keyed


def distribution(cohort: Cohort) -> tuple[list[int], list[int]]:
    """How many accepted and how many others earned 0–9, 10–19, … 90–100 % of the marks."""
    accepted, others = [0] * BINS, [0] * BINS
    for report in graded(cohort):
        share = report.score.total / report.score.max if report.score.max else 0.0
        bin_ = min(BINS - 1, max(0, int(share * BINS + 1e-9)))
        (accepted if report.verdict is Verdict.ACCEPTED else others)[bin_] += 1
    return accepted, others


def middle(cohort: Cohort) -> float | None:
    """The median of the marks."""
    totals = [report.score.total for report in graded(cohort)]
    return float(median(totals)) if totals else None
