"""A report → Gradescope's results.json, as its autograder specification describes it. Pure.

https://gradescope-autograders.readthedocs.io/en/latest/specs/
"""

from typing import Any, Literal

import msgspec

from grader.display import visible
from grader.errors import UsageError
from grader.model import Frozen, Marks, Report, TestResult, Verdict
from grader.redacting import for_candidate
from grader.verdicts import IN_WORDS

Visibility = Literal["visible", "hidden", "after_due_date", "after_published"]


class Test(Frozen, frozen=True, kw_only=True):
    """One line of the list that Gradescope shows. All texts are plain."""

    __test__ = False

    name: str
    number: str
    score: float
    max_score: float
    status: Literal["passed", "failed"]
    output: str
    visibility: Visibility
    name_format: Literal["text"] = "text"
    output_format: Literal["text"] = "text"


class Results(Frozen, frozen=True, kw_only=True):
    """results.json. `score` stands above the sum of the tests'."""

    score: float
    execution_time: float
    output: str
    tests: tuple[Test, ...]
    extra_data: dict[str, Any]
    output_format: Literal["text"] = "text"
    visibility: Visibility = "visible"
    stdout_visibility: Visibility = "hidden"


def gradescope(report: Report) -> bytes:
    """results.json: what a student sees is what `for_candidate` leaves; the rest is hidden.

    Scores are marks: the tests share those for correctness by their points, and runtime and memory
    are lines of their own. The assignment's points in Gradescope should be `report.score.max`.

    Raises:
        UsageError: the grading is a fault of ours, which must not become anybody's score. Without
            the file Gradescope itself says that the autograder failed, and lets it run again.
    """
    if report.verdict is Verdict.JUDGE_ERROR:
        raise UsageError(
            f"no results.json for Gradescope: {IN_WORDS[report.verdict]}", fix="run it again"
        )
    open_to_all = report.reader == "candidate"
    shown = report if open_to_all else for_candidate(report)
    available = sum(test.max_points for test in report.tests)
    scale = report.score.correctness.max / available if available else 0.0
    lines = [_line(test, scale) for test in shown.tests]
    lines += _costs(report)
    if not open_to_all:
        lines += [_details(test) for test in report.tests if test.hidden and test.message]
    tests = [
        Test(number=str(number), **{key: _text(value) for key, value in line.items()})
        for number, line in enumerate(lines, 1)
    ]
    facts = {
        "verdict": str(report.verdict), "problem": report.problem.slug,
        "problem_digest": report.problem.digest, "sha256": report.submission.sha256,
        "max_score": report.score.max, "engine": report.sandbox.engine,
        "grader_version": report.grader_version,
    }  # fmt: skip
    made = Results(
        score=report.score.total, execution_time=round(report.duration_s, 3),
        output=_text(f"{report.verdict}: {shown.message}"), tests=tuple(tests),
        extra_data={key: _text(value) for key, value in facts.items()},
    )  # fmt: skip
    return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"


def _line(test: TestResult, scale: float) -> dict[str, Any]:
    parts = [test.message, *([f"hint: {test.hint}"] if test.hint and test.message else [])]
    if not test.hidden:
        parts += [f"called: {test.call}"] if test.call and test.message else []
    return {
        "name": test.title, "score": round(test.points * scale, 6),
        "max_score": round(test.max_points * scale, 6),
        "status": "passed" if test.verdict is Verdict.ACCEPTED else "failed",
        "output": "\n".join(part for part in parts if part), "visibility": "visible",
    }  # fmt: skip


def _costs(report: Report) -> list[dict[str, Any]]:
    """Runtime and memory, where the problem gives marks for them."""
    found, score = report.performance, report.score
    parts: list[tuple[str, Marks, Any]] = [
        ("Runtime", score.runtime, found.runtime if found else None),
        ("Memory", score.memory, found.memory if found else None),
    ]
    return [
        {
            "name": name, "score": marks.points, "max_score": marks.max,
            "status": "passed" if marks.points > 0 else "failed",
            "output": cost.explanation if cost else (found.note if found else NOT_MEASURED),
            "visibility": "visible",
        }
        for name, marks, cost in parts
        if marks.max > 0
    ]  # fmt: skip


NOT_MEASURED = "measured for submissions that pass every test"


def _details(test: TestResult) -> dict[str, Any]:
    """What only the staff may read of a hidden test."""
    parts = [test.message, test.call and f"called: {test.call}"]
    return {
        "name": f"{test.title} (for staff)", "score": 0.0, "max_score": 0.0, "status": "failed",
        "output": "\n".join(part for part in parts if part), "visibility": "hidden",
    }  # fmt: skip


def _text(value: Any) -> Any:
    return visible(value) if isinstance(value, str) else value
