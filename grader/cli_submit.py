"""`grader submit` and `grader report`: one grading, and its pages again."""

import sys
import time
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace
from rich.console import Console

from grader import errors
from grader.api import grade
from grader.attempts import State
from grader.cli_export import export, export_options
from grader.cli_interview import db_option
from grader.cli_options import complete_problem, engine_options, say
from grader.desk import Desk, Task
from grader.display import one_line, visible
from grader.errors import UsageError
from grader.files import make_writable, write_whole
from grader.model import Report, Submission, Verdict, to_json
from grader.publishing import common_folder, overview, plan, read_bounded
from grader.redacting import for_candidate
from grader.rendering import html
from grader.results import parse_result
from grader.submissions import safe_name
from grader.text import Progress, summary

OUT = "grader-out"


@click.command("submit")
@click.argument("words", nargs=-1, metavar="[PROBLEM] FILE", shell_complete=complete_problem)
@click.option("--candidate", metavar="NAME", help="Whose it is; by default the file's name.")
@click.option("--out", type=click.Path(file_okay=False), metavar="DIR",
              help=f"Where results go; by default {OUT}/PROBLEM/CANDIDATE.")  # fmt: skip
@db_option
@click.option(
    "--json", "as_json", is_flag=True, help="Print result.json, and nothing else, to stdout."
)
@click.option("--for", "reader", type=click.Choice(["interviewer", "candidate"]),
              help="A candidate's results hold only hints of hidden tests. By default the "
              "interviewer, and the candidate in an interview's folder.")  # fmt: skip
@click.option(
    "--no-performance", is_flag=True, help="Only the tests: runtime and memory earn nothing."
)
@click.option("-q", "--quiet", is_flag=True, help="Only the line with the verdict.")
@click.option(
    "-v", "--verbose", is_flag=True, help="Also what each test cost, and the time's parts."
)
@export_options
@engine_options
def submit_command(
    words: tuple[str, ...], candidate: str | None, out: str | None, db: str | None, as_json: bool,
    reader: Any, no_performance: bool, quiet: bool, verbose: bool, junit_file: str | None,
    gradescope_file: str | None, engine: str, runtime: str,
) -> int:  # fmt: skip
    """Grade FILE (.py, .ipynb, or - for stdin) as a solution of PROBLEM.

    PROBLEM is a slug, a unique prefix of one, or the path of a problem folder. In a folder that
    grader start made it can be left out, and FILE too: then solution.py is handed in.

    \b
    Examples:
      grader submit knn solution.py
      grader submit knn solution.py --candidate ada --out results/ada
      grader submit ./my-problem solution.py --json | jq .score.total
      grader submit knn solution.py --gradescope /autograder/results/results.json
    """
    if len(words) > 2:
        raise UsageError("expected PROBLEM and FILE", fix="see grader submit --help")
    desk = Desk(db, say)
    task = desk.find(words, candidate)
    submission = task.read()
    folder = Path(out) if out else _folder(task, submission)
    for place in (folder, *(Path(name).parent for name in (junit_file, gradescope_file) if name)):
        make_writable(place)
    attempt = desk.hand_in(task, submission)
    if attempt is not None and attempt.state is State.OVER:
        raise UsageError(
            f"all {attempt.of} attempts of {visible(one_line(attempt.candidate))} are used: this "
            f"one is kept as number {attempt.id}, over the limit, and was not graded",
            fix=f"an interviewer can see it: grader history --source {attempt.id}",
        )
    progress = Progress(Console(stderr=True), quiet=quiet)
    report = None
    try:
        report = grade(
            task.problem, submission, engine=engine, runtime=runtime, watch=progress,
            performance=not no_performance,
        )  # fmt: skip
        if attempt is not None:
            report = replace(report, attempt=attempt.facts)
    finally:
        progress.close()
        desk.graded(attempt, report)
        desk.close()
    if reader == "candidate" or (reader is None and task.folder is not None):
        report = for_candidate(report)
    prompt = (task.problem.folder / "prompt.md").read_text(encoding="utf-8")
    if out is None and task.folder is not None:  # each attempt has a folder of its own
        number = attempt.number if attempt is not None else f"unkept-{submission.sha256[:8]}"
        folder /= f"attempt-{number}"
        make_writable(folder)
    result, page = folder / "result.json", folder / "report.html"
    clock = time.monotonic()
    write_whole(page, html(report, prompt=prompt).encode("utf-8"))
    render_s = round(time.monotonic() - clock, 4)
    report = replace(report, timings_s={**report.timings_s, "render": render_s})
    write_whole(result, to_json(report))
    if as_json:
        sys.stdout.buffer.write(to_json(report))
    else:
        paths = (str(result), str(page))
        summary(report, Console(), paths=paths, quiet=quiet, verbose=verbose)
    if report.verdict is not Verdict.JUDGE_ERROR:
        export([report], junit_file, gradescope_file, write_whole)
    elif junit_file:  # our fault is no one's score: Gradescope gets no file, and says so itself
        export([report], junit_file, None, write_whole)
    if desk.lost:
        say("the results are written, and this attempt is not in the store")
        return errors.EXIT_OUR_FAULT
    return _exit_code(report)


def _folder(task: Task, submission: Submission) -> Path:
    """Where results go by default."""
    if task.folder is not None:
        return task.folder / OUT
    return Path(OUT) / task.problem.slug / safe_name(submission.candidate)


@click.command("report")
@click.argument("results", nargs=-1, required=True, type=click.Path(dir_okay=False))
@click.option("--out", type=click.Path(file_okay=False), metavar="DIR",
              help="Where the pages go; by default beside each RESULT.")  # fmt: skip
@click.option("--for", "reader", type=click.Choice(["interviewer", "candidate"]),
              default="interviewer", show_default=True,
              help="A candidate's pages hold only hints of hidden tests.")  # fmt: skip
@click.option("--prompt", "prompt_file", type=click.Path(dir_okay=False), metavar="FILE",
              help="The problem's prompt.md, to be shown in the pages.")  # fmt: skip
@export_options
def report_command(
    results: tuple[str, ...], out: str | None, reader: Any, prompt_file: str | None,
    junit_file: str | None, gradescope_file: str | None,
) -> None:  # fmt: skip
    """Make the pages of RESULTS (result.json files, older ones too) again.

    Of several for the interviewer also an overview: index.html, results.csv and results.jsonl.

    \b
    Examples:
      grader report grader-out/knn/ada/result.json
      grader report grader-out/knn/*/result.json --out pages
      grader report ada/result.json --for candidate --out for-ada
      grader report grader-out/knn/*/result.json --junit gradings.xml
    """
    reports = [parse_result(read_bounded(Path(name)), name) for name in results]
    if reader == "candidate":
        reports = [for_candidate(report) for report in reports]
    prompt = ""
    if prompt_file:
        prompt = read_bounded(Path(prompt_file)).decode("utf-8", "replace")
    pages = plan([Path(name) for name in results], reports, Path(out) if out else None, reader)
    for page, report in zip(pages, reports, strict=True):
        make_writable(page.parent)
        write_whole(page, html(report, prompt=prompt).encode("utf-8"))
        click.echo(str(page))
    if len(reports) > 1 and reader == "interviewer":
        folder = Path(out) if out else common_folder(pages)
        for name, data in overview(reports, pages, folder):
            write_whole(folder / name, data)
            click.echo(str(folder / name))
    for name in filter(None, (junit_file, gradescope_file)):
        make_writable(Path(name).parent)
    export(reports, junit_file, gradescope_file, write_whole)


def _exit_code(report: Report) -> int:
    if report.verdict is Verdict.JUDGE_ERROR:
        return errors.EXIT_OUR_FAULT
    accepted = report.verdict is Verdict.ACCEPTED
    return errors.EXIT_ACCEPTED if accepted else errors.EXIT_NOT_ACCEPTED
