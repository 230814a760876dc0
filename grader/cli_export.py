"""--junit and --gradescope: results for other systems, of `submit` and of `report`."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from grader.errors import UsageError
from grader.gradescope import gradescope
from grader.junit import junit_of_reports
from grader.model import Report

Write = Callable[[Path, bytes], None]


def export_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The two options, for every command that has results."""
    command = click.option(
        "--gradescope", "gradescope_file", type=click.Path(dir_okay=False), metavar="FILE",
        help="Also write Gradescope's results.json here; what is hidden from students stays so.",
    )(command)  # fmt: skip
    return click.option(
        "--junit", "junit_file", type=click.Path(dir_okay=False), metavar="FILE",
        help="Also write JUnit XML here: a suite for each grading, a case for each test.",
    )(command)  # fmt: skip


def export(
    reports: Sequence[Report], junit_file: str | None, gradescope_file: str | None, write: Write
) -> None:
    """Write what was asked for.

    Raises:
        UsageError: Gradescope's file is of one grading, and none that failed by our fault.
    """
    if gradescope_file and len(reports) != 1:
        raise UsageError(f"--gradescope is for one result, not {len(reports)}")
    if junit_file:
        write(Path(junit_file), junit_of_reports(reports).encode("utf-8"))
    if gradescope_file:
        write(Path(gradescope_file), gradescope(reports[0]))
