"""`grader batch`: words only. What it does is `many.batch`."""

from pathlib import Path
from typing import Any

import click
from rich.console import Console

from grader import errors
from grader.batching import Tally
from grader.cli_options import complete_problem, engine_options
from grader.errors import GraderError, UsageError
from grader.many import batch
from grader.plans import read_plan
from grader.pooling import cores
from grader.problems import load_problem
from grader.progress import BatchProgress
from grader.store import address

OUT = "grader-out"
AGAIN = "run the same command again to go on"


@click.command("batch")
@click.argument(
    "arguments", nargs=-1, metavar="[PROBLEM] PLACE...", shell_complete=complete_problem
)
@click.option(
    "--problem",
    "problem_names",
    multiple=True,
    metavar="PROBLEM",
    help="Instead of the first argument; many times for several problems.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False),
    metavar="DIR",
    help=f"Where results go; by default {OUT}/PROBLEM, or {OUT} for several.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=cores,
    show_default="the number of CPUs",
    help="How many to grade at once.",
)
@click.option(
    "--resume/--fresh",
    default=True,
    help="Keep what was graded before (the default), or grade all again.",
)
@click.option(
    "--reuse",
    type=click.IntRange(1, 10_000),
    default=1,
    metavar="N",
    show_default=True,
    help="Let a container serve up to N submissions, cleaned and checked between.",
)
@click.option(
    "--no-performance", is_flag=True, help="Only the tests: runtime and memory earn nothing."
)
@click.option(
    "--for",
    "reader",
    type=click.Choice(["interviewer", "candidate"]),
    default="interviewer",
    show_default=True,
    help="What the candidates' folders hold; the table is the interviewer's.",
)
@click.option(
    "--db",
    metavar="FILE|URL",
    help="Where results are kept: a file, or postgresql+psycopg://USER@HOST/DATABASE; "
    "by default $GRADER_DB, else grader.db in the results' folder.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Grade on the workers of a Dask cluster (tcp://HOST:8786), see docs/cluster.md.",
)
@click.option("-q", "--quiet", is_flag=True, help="Only faults, and the last line.")
@engine_options
def batch_command(
    arguments: tuple[str, ...], problem_names: tuple[str, ...], out: str | None, jobs: int,
    resume: bool, reuse: int, no_performance: bool, reader: Any, db: str | None,
    scheduler: str | None, quiet: bool,
    engine: str, runtime: str,
) -> int:  # fmt: skip
    """Grade the submissions of many candidates at each PLACE, and compare them.

    A PLACE is a folder (a file for each candidate, or a folder for each), a file, or a roster.csv
    with the columns candidate,file. With several problems a candidate's folder holds one file
    named as each problem, or there is a folder for each problem, or the roster has a column
    problem. A batch.toml can name it all: problems, submissions, out.

    Every result is kept before it is told of, so the same command again goes on where the last one
    was stopped, and grades nothing twice.

    \b
    Examples:
      grader batch knn submissions/
      grader batch knn roster.csv --out results --jobs 4
      grader batch --problem knn --problem kmeans submissions/
      grader batch batch.toml --no-performance --reuse 32
      grader batch knn submissions/ --scheduler tcp://scheduler:8786

    Exit codes: 0 all graded, whatever the verdicts; 1 something handed in could not be read;
    2 usage, a roster or a problem folder is broken; 3 a fault of ours left some ungraded;
    130 interrupted.
    """
    names, places, planned = _what(arguments, problem_names)
    base = Path(out or planned or OUT)
    tasks = [load_problem(name) for name in names]
    folder = base if out or planned or len(tasks) != 1 else base / tasks[0].slug
    progress = BatchProgress(Console(stderr=True), quiet=quiet)
    try:
        tally = batch(
            tasks, places, folder, db=address(db, base), jobs=jobs, reuse=reuse, resume=resume,
            performance=not no_performance, reader=reader, scheduler=scheduler, engine=engine,
            runtime=runtime, watch=progress,
        )  # fmt: skip
    except GraderError as error:
        if progress.where:
            error.fix = f"{error.fix}{'; ' if error.fix else ''}then {_again(progress)}"
        raise
    except KeyboardInterrupt:
        progress.close()
        click.echo(f"interrupted: nothing is left running; {_again(progress)}", err=True)
        return errors.EXIT_INTERRUPTED
    finally:
        progress.close()
    click.echo(f"{tally.total} submissions: {progress.counts()}")
    if not quiet:
        for path in tally.files:
            click.echo(str(path))
    return _exit_code(tally)


def _what(
    arguments: tuple[str, ...], problem_names: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Problems, places, and the output folder that a batch.toml names."""
    if len(arguments) == 1 and arguments[0].endswith(".toml") and not problem_names:
        plan = read_plan(Path(arguments[0]))
        return plan.problems, plan.submissions, plan.out
    names, places = (problem_names, arguments) if problem_names else (arguments[:1], arguments[1:])
    if not places:
        raise UsageError(
            "grade what? no PLACE is given", fix="grader batch knn submissions/, or grader batch -h"
        )
    return names, places, ""


def _again(progress: BatchProgress) -> str:
    if not progress.where:
        return AGAIN
    return f"{AGAIN}: {progress.graded} of {progress.total} are graded and kept in {progress.where}"


def _exit_code(tally: Tally) -> int:
    if tally.faults:
        return errors.EXIT_OUR_FAULT
    return errors.EXIT_NOT_ACCEPTED if tally.unread else errors.EXIT_ACCEPTED
