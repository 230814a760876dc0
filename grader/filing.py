"""Where the results of a batch lie: a folder for each candidate, and the table of all.

`OUT/CANDIDATE/` for one problem, `OUT/PROBLEM/CANDIDATE/` for several; `index.html`, `results.csv`
and `results.jsonl` in OUT.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from grader.alike import MOST_PAIRS, Alike, Hunt, flag_of
from grader.alike import PAGE as SIMILAR
from grader.alike import page as similar_page
from grader.cohorts import Entry
from grader.exporting import csv_table
from grader.files import make_writable, whole_file, write_whole
from grader.grading import grader_version
from grader.model import (
    Marks,
    Problem,
    ProblemRef,
    Report,
    SandboxFacts,
    Score,
    SubmissionRef,
    TestResult,
    Verdict,
    to_json,
)
from grader.overview import index
from grader.publishing import INDEX, LINES, TABLE
from grader.redacting import Reader, for_candidate
from grader.rendering import html
from grader.rosters import HandIn
from grader.submissions import safe_name, storable

RESULT, PAGE = "result.json", "report.html"


class Filing:
    """The folders of one batch."""

    def __init__(self, out: Path, problems: Mapping[str, Problem], reader: Reader) -> None:
        self.out = out
        self._reader = reader
        self._several = len(problems) > 1
        self._problems = problems
        self._prompts = {slug: prompt_of(problem) for slug, problem in problems.items()}

    def folder(self, one: HandIn) -> Path:
        """The candidate's own folder; no two have the same."""
        above = self.out / one.problem if self._several else self.out
        return above / safe_name(one.candidate)

    def write(self, one: HandIn, report: Report, page: str | None = None) -> None:
        """Write the folder, where it does not hold just this; `page` is the report's, if made."""
        shown = for_candidate(report) if self._reader == "candidate" else report
        data = to_json(shown)
        result, html_file = self.folder(one) / RESULT, self.folder(one) / PAGE
        if _reads(result, data) and html_file.is_file():
            return
        make_writable(result.parent)
        page = page if page is not None else html(shown, prompt=self._prompts[one.problem])
        write_whole(html_file, page.encode("utf-8"))
        write_whole(result, data)  # last: where it is right, so is the page

    def write_table(self, reports: Callable[[], Iterable[tuple[HandIn, Report]]]) -> list[Path]:
        """Write the table of all, a report at a time; the paths of its files.

        `reports` gives them anew each time that it is called.
        """
        entries: list[Entry] = []
        hunt = Hunt({slug: starter_of(problem) for slug, problem in self._problems.items()})
        make_writable(self.out)
        with whole_file(self.out / LINES) as lines:

            def passed() -> Iterator[Report]:
                for one, report in reports():
                    lines.write(msgspec.json.encode(report) + b"\n")
                    page = (self.folder(one) / PAGE).relative_to(self.out)
                    entries.append(Entry(_slim(report), page.as_posix()))
                    hunt.add(report)
                    yield report

            table = csv_table(passed()).encode("utf-8")
        alike = hunt.alike()
        write_whole(self.out / TABLE, table)
        self._write_pairs(alike, entries, reports)
        flagged = [
            entry._replace(
                alike=flag_of(alike, entry.report.problem.slug, entry.report.candidate)
            )
            for entry in entries
        ]  # fmt: skip
        write_whole(self.out / INDEX, index(flagged).encode("utf-8"))
        names = [INDEX, TABLE, LINES] + ([SIMILAR] if alike else [])
        return [self.out / name for name in names]

    def _write_pairs(
        self, alike: list[Alike], entries: list[Entry],
        reports: Callable[[], Iterable[tuple[HandIn, Report]]],
    ) -> None:  # fmt: skip
        """Write the page of similar submissions, or remove the one of an earlier run."""
        if not alike:
            (self.out / SIMILAR).unlink(missing_ok=True)
            return
        named = {(a.problem, name) for a in alike[:MOST_PAIRS] for name in (a.first, a.second)}
        sources = {
            (one.problem, one.candidate): (report.submission.source, entry)
            for (one, report), entry in zip(reports(), entries, strict=True)
            if (one.problem, one.candidate) in named
        }
        write_whole(self.out / SIMILAR, similar_page(alike, sources).encode("utf-8"))


def prompt_of(problem: Problem) -> str:
    """The prompt, for the report."""
    return (problem.folder / "prompt.md").read_text(encoding="utf-8")


def starter_of(problem: Problem) -> str:
    """What every candidate was given."""
    return (problem.folder / "starter.py").read_text(encoding="utf-8")


def personal(one: HandIn, report: Report) -> Report:
    """A report as that of `one`, who handed in the same text as somebody else."""
    submission = msgspec.structs.replace(report.submission, file=_file_of(one))
    return msgspec.structs.replace(report, candidate=one.candidate, submission=submission)


def ungraded(one: HandIn, problem: Problem, why: str) -> Report:
    """The row of what could not be graded."""
    weights = problem.weights
    none = [Marks(points=0.0, max=most) for most in
            (weights.correctness, weights.runtime, weights.memory)]  # fmt: skip
    if not problem.ladder:
        none = [Marks(points=0.0, max=most) for most in (100.0, 0.0, 0.0)]
    return Report(
        problem=ProblemRef(slug=problem.slug, title=problem.title, digest=problem.digest),
        candidate=one.candidate,
        submission=SubmissionRef(file=_file_of(one), sha256="", bytes=0),
        verdict=Verdict.JUDGE_ERROR,
        message=f"not graded: {why}",
        score=Score(
            total=0.0, max=100.0, correctness=none[0], runtime=none[1], memory=none[2]
        ),
        tests=(), performance=None, policy=(), sandbox=SandboxFacts(engine=""),
        started="", duration_s=0.0, grader_version=grader_version(),
    )  # fmt: skip


def _file_of(one: HandIn) -> str:
    return storable(one.path.name) if one.path is not None else ""


def _reads(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _slim(report: Report) -> Report:
    """What the overview shows of a report, so that a thousand of them take little memory."""
    tests = tuple(
        TestResult(
            name=test.name, title=test.title, hidden=test.hidden, points=test.points,
            max_points=test.max_points, verdict=test.verdict,
        )
        for test in report.tests
    )  # fmt: skip
    submission = msgspec.structs.replace(report.submission, source="")
    return msgspec.structs.replace(report, tests=tests, submission=submission)
