"""Reports → CSV and JSON Lines, for spreadsheets and scripts. Pure."""

import csv
import io
from collections.abc import Iterable

import msgspec

from grader.display import shorten, visible
from grader.model import CostResult, Report, Verdict

CELL_CHARACTERS = 1000
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
COLUMNS = (
    "candidate", "problem", "problem_digest", "verdict", "total", "max", "correctness", "runtime",
    "memory", "tests_passed", "tests", "failed", "runtime_rung", "runtime_ratio",
    "runtime_ratio_low", "runtime_ratio_high", "runtime_exponent", "runtime_growth",
    "memory_rung", "memory_ratio",
    "policy", "flags", "engine", "oci_runtime", "image", "python", "numpy", "started", "duration_s",
    "file", "sha256", "grader_version", "attempt", "late_s",
)  # fmt: skip


def csv_table(reports: Iterable[Report]) -> str:
    """One line for each report; no cell can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(report) for report in reports)
    return out.getvalue()


def json_lines(reports: Iterable[Report]) -> bytes:
    """Each report whole, as result.json has it, on a line of its own."""
    return b"".join(msgspec.json.encode(report) + b"\n" for report in reports)


def _row(report: Report) -> list[str]:
    found, score, place = report.performance, report.score, report.sandbox
    failed = [test.name for test in report.tests if test.verdict is not Verdict.ACCEPTED]
    cells: list[object] = [
        report.candidate, report.problem.slug, report.problem.digest, str(report.verdict),
        score.total, score.max, score.correctness.points, score.runtime.points,
        score.memory.points, len(report.tests) - len(failed), len(report.tests), " ".join(failed),
        *_cost(found.runtime if found else None)[:6], *_cost(found.memory if found else None)[:2],
        len(report.policy), len(report.flags), place.engine, place.runtime, place.image,
        place.python, place.numpy, report.started, report.duration_s, report.submission.file,
        report.submission.sha256, report.grader_version,
        report.attempt.number if report.attempt else None,
        report.attempt.late_s if report.attempt else None,
    ]  # fmt: skip
    return [_cell(cell) for cell in cells]


def _cost(cost: CostResult | None) -> list[object]:
    if cost is None:
        return [None] * 6
    return [cost.rung, cost.ratio, cost.ratio_low, cost.ratio_high, cost.exponent, cost.growth]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return repr(value)
    text = visible(shorten(str(value), CELL_CHARACTERS))
    return "'" + text if text.lstrip(" ").startswith(_FORMULA) else text
