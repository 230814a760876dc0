"""Where the results of a batch lie: a folder for each candidate, and the table of all.

`OUT/CANDIDATE/` for one problem, `OUT/PROBLEM/CANDIDATE/` for several; `index.html`, `results.csv`
and `results.jsonl` in OUT.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from grader.cohorts import Entry
from grader.errors import EngineError
from grader.exporting import csv_table
from grader.files import make_writable, write_whole
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
from grader.submissions import safe_name

RESULT, PAGE = "result.json", "report.html"


class Filing:
    """The folders of one batch."""

    def __init__(self, out: Path, problems: Mapping[str, Problem], reader: Reader) -> None:
        self.out = out
        self._reader = reader
        self._several = len(problems) > 1
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

    def write_table(self, reports: Iterable[tuple[HandIn, Report]]) -> list[Path]:
        """Write the table of all, a report at a time; the paths of its files."""
        entries: list[Entry] = []
        lines = self.out / LINES
        part = lines.with_name(f".{LINES}.part")
        make_writable(self.out)
        try:
            with part.open("wb") as file:

                def passed() -> Iterator[Report]:
                    for one, report in reports:
                        file.write(msgspec.json.encode(report) + b"\n")
                        page = (self.folder(one) / PAGE).relative_to(self.out)
                        entries.append(Entry(_slim(report), page.as_posix()))
                        yield report

                table = csv_table(passed()).encode("utf-8")
            part.replace(lines)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise EngineError(f"{lines}: cannot be written: {error.strerror}") from None
        write_whole(self.out / TABLE, table)
        write_whole(self.out / INDEX, index(entries).encode("utf-8"))
        return [self.out / name for name in (INDEX, TABLE, LINES)]


def prompt_of(problem: Problem) -> str:
    """The prompt, for the report."""
    return (problem.folder / "prompt.md").read_text(encoding="utf-8")


def personal(one: HandIn, report: Report) -> Report:
    """A report as that of `one`, who handed in the same text as somebody else."""
    file = one.path.name if one.path is not None else report.submission.file
    submission = msgspec.structs.replace(report.submission, file=file)
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
        submission=SubmissionRef(file=one.path.name if one.path else "", sha256="", bytes=0),
        verdict=Verdict.JUDGE_ERROR,
        message=f"not graded: {why}",
        score=Score(
            total=0.0, max=100.0, correctness=none[0], runtime=none[1], memory=none[2]
        ),
        tests=(), performance=None, policy=(), sandbox=SandboxFacts(engine=""),
        started="", duration_s=0.0, grader_version=grader_version(),
    )  # fmt: skip


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
