"""The commands of an interview: start, try, history. Words only."""

import os
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from grader import attempts, errors, history
from grader.api import grade
from grader.attempts import Attempt
from grader.cli_options import complete_problem, engine_options
from grader.desk import Desk, Task, database
from grader.display import visible
from grader.errors import SubmissionError, UsageError
from grader.files import make_writable, write_whole
from grader.interviews import Interview, clock, local
from grader.model import Report, Verdict, to_json
from grader.pooling import Pool
from grader.problems import load_problem
from grader.rendering import html
from grader.store import Store, open_store
from grader.submissions import STDIN, safe_name
from grader.text import Progress, summary
from grader.watching import saves
from grader.workspace import fill

MOST_MINUTES = 60 * 24 * 60

db_option = click.option(
    "--db", metavar="FILE|URL",
    help="The store of interviews and attempts; else GRADER_DB, else a file of this user's.",
)  # fmt: skip


def say(text: str) -> None:
    """A line for people, beside what is printed for scripts."""
    click.echo(text, err=True)


@click.command("start")
@click.argument("problem", shell_complete=complete_problem)
@click.option("--candidate", required=True, metavar="NAME", help="Whose interview it is.")
@click.option("--minutes", type=click.FloatRange(0, MOST_MINUTES, min_open=True), metavar="N",
              help="How long it is; by default what the problem says.")  # fmt: skip
@click.option("--attempts", "limit", type=click.IntRange(1), metavar="N",
              help="How many times may be handed in; by default any number.")  # fmt: skip
@click.option("--out", type=click.Path(), metavar="DIR",
              help="The folder to work in; by default ./PROBLEM-CANDIDATE.")  # fmt: skip
@click.option("--again", is_flag=True, help="Another interview of the same candidate on it.")
@db_option
def start_command(
    problem: str, candidate: str, minutes: float | None, limit: int | None, out: str | None,
    again: bool, db: str | None,
) -> None:  # fmt: skip
    """Start an interview on PROBLEM: a folder to work in, and the clock.

    The folder holds the prompt, the starter file and the visible tests, and never a hidden one.
    In it, grader try and grader submit know problem and candidate by themselves.

    \b
    Examples:
      grader start knn --candidate ada --minutes 45
      grader start knn --candidate ada --attempts 3 --out interviews/ada
    """
    task = load_problem(problem)
    name = candidate.strip()
    if not name or not visible(name).isprintable():
        raise UsageError("--candidate: expected a name", fix="for instance --candidate ada")
    folder = Path(out) if out else _default_folder(task.slug, name, again=again)
    store = open_store(database(db))
    begun: list[Interview] = []

    def begin() -> Interview:
        begun.append(
            attempts.begin(
                store, task, name, float(task.minutes if minutes is None else minutes), limit,
                again=again,
            )
        )  # fmt: skip
        return begun[0]

    try:
        if not again:
            attempts.refuse_begun(store, task, name)
        interview = fill(folder, task, begin)
    except BaseException:
        for one in begun:
            attempts.forget(store, one)
        raise
    finally:
        store.close()
    click.echo(f"made {folder}: the clock runs until {local(interview.due)}")
    click.echo(f"  cd {folder}")
    click.echo("  grader try --watch")
    click.echo("  grader submit")


def _default_folder(slug: str, candidate: str, *, again: bool) -> Path:
    """Of another interview the first name that is free."""
    folder = Path(f"{slug}-{safe_name(candidate)}")
    number = 1
    while again and folder.exists():
        number += 1
        folder = Path(f"{slug}-{safe_name(candidate)}-{number}")
    return folder


# --------------------------------------------------------------------------- try


@click.command("try")
@click.argument("words", nargs=-1, metavar="[PROBLEM] [FILE]", shell_complete=complete_problem)
@click.option("--watch", is_flag=True, help="Again whenever FILE is saved, until Ctrl-C.")
@db_option
@engine_options
def try_command(
    words: tuple[str, ...], watch: bool, db: str | None, engine: str, runtime: str
) -> int:
    """Run the visible tests of PROBLEM on FILE, in the sandbox. Nothing is kept, nothing counts.

    In a folder that grader start made, both can be left out.

    \b
    Examples:
      grader try --watch
      grader try knn solution.py
    """
    if len(words) > 2:
        raise UsageError("expected PROBLEM and FILE, or less", fix="see grader try --help")
    desk = Desk(db, say)
    try:
        task = desk.find(words, None)
    finally:
        desk.close()
    if watch:
        _watch(task, engine, runtime)
        return errors.EXIT_ACCEPTED
    progress = Progress(Console(stderr=True))
    try:
        report = grade(
            task.problem, task.read(), engine=engine, runtime=runtime, visible_only=True,
            watch=progress,
        )  # fmt: skip
    finally:
        progress.close()
    _told(report, task)
    if report.verdict is Verdict.JUDGE_ERROR:
        return errors.EXIT_OUR_FAULT
    accepted = report.verdict is Verdict.ACCEPTED
    return errors.EXIT_ACCEPTED if accepted else errors.EXIT_NOT_ACCEPTED


def _told(report: Report, task: Task) -> None:
    console = Console()
    summary(report, console, marks=False)
    if task.interview is not None:
        console.print(Text(clock(task.interview, datetime.now(UTC)), "dim"))


def _watch(task: Task, engine: str, runtime: str) -> None:
    """Run the tests now, and whenever the file has other content than it had."""
    if task.file == STDIN:
        raise UsageError("standard input cannot be watched", fix="give a file")
    file = Path(os.path.abspath(task.file))
    if not file.parent.is_dir():
        raise UsageError(f"{file.parent}: there is no such folder", fix="check the path")
    console = Console()
    last = ""
    with Pool(1, engine=engine, runtime=runtime) as pool:
        say(f"watching {file}: save it to run the visible tests, Ctrl-C to end")
        changes = saves(file)
        while True:
            try:
                submission = task.read()
            except SubmissionError as error:
                last = ""
                console.print(Text(f"waiting: {visible(str(error))}", "yellow"))
            else:
                if submission.sha256 != last:
                    last = submission.sha256
                    console.rule(f"{datetime.now():%H:%M:%S}")
                    _told(pool.grade(task.problem, submission, visible_only=True), task)
            next(changes)


# --------------------------------------------------------------------------- history


@click.command("history")
@click.argument("problem", required=False, shell_complete=complete_problem)
@click.option("--candidate", metavar="NAME", help="Of this candidate alone.")
@click.option("--diff", nargs=2, type=int, metavar="ID ID",
              help="What changed between two attempts: the source, and which tests.")  # fmt: skip
@click.option("--source", type=int, metavar="ID", help="Print the source of an attempt.")
@click.option("--out", type=click.Path(file_okay=False), metavar="DIR",
              help="Write result.json and report.html of each attempt to DIR/ID.")  # fmt: skip
@db_option
def history_command(
    problem: str | None, candidate: str | None, diff: tuple[int, int] | None, source: int | None,
    out: str | None, db: str | None,
) -> None:  # fmt: skip
    """Show interviews and attempts, marks over time, and what changed between two attempts.

    Every grader submit is an attempt, with the time of its handing in. Results here are whole, for
    the interviewer, whatever was shown to the candidate.

    \b
    Examples:
      grader history knn --candidate ada
      grader history --diff 3 5
      grader history --source 4 > fourth.py
      grader history knn --out knn-attempts
    """
    store = open_store(database(db))
    try:
        if diff is not None:
            _diff(*_these(store, list(diff)))
        elif source is not None:
            click.echo(_these(store, [source])[0].submission.source, nl=False)
        else:
            slug = None if problem is None else _slug(problem)
            found = attempts.attempts(store, problem=slug, candidate=candidate)
            if out is not None:
                _export(found, Path(out))
            else:
                _show(store, found, slug, candidate)
    finally:
        store.close()


def _slug(name: str) -> str:
    """The slug that a PROBLEM names; any text where there is no such problem any more."""
    try:
        return load_problem(name).slug
    except errors.GraderError:
        return name


def _these(store: Store, ids: list[int]) -> list[Attempt]:
    found = {one.id: one for one in attempts.attempts(store, ids=ids)}
    for number in ids:
        if number not in found:
            raise UsageError(f"no attempt {number} in {store.where}", fix="all: grader history")
    return [found[number] for number in ids]


def _show(store: Store, found: list[Attempt], slug: str | None, candidate: str | None) -> None:
    console = Console()
    now = datetime.now(UTC)
    begun = attempts.interviews(store, problem=slug, candidate=candidate)
    if not found and not begun:
        click.echo(f"nothing in {store.where} yet")
        return
    both = [(attempt, history.report_of(attempt)) for attempt in found]
    for interview in begun:
        console.print(history.standing(interview, now), soft_wrap=True)
    if both:
        if begun:
            console.print()
        console.print(history.table(both))
    lines = list(history.marks_over_time(both))
    if lines:
        console.print()
    for line in lines:
        console.print(line, soft_wrap=True)


def _diff(first: Attempt, second: Attempt) -> None:
    console = Console()
    for line in history.source_diff(first, second):
        console.print(line, soft_wrap=True)
    reports = [history.report_of(one) for one in (first, second)]
    before, after = reports
    console.print()
    if before is None or after is None:
        which = first.id if before is None else second.id
        console.print(Text(f"attempt {which} was not graded, so there are no tests to compare"))
        return
    for line in history.changed_tests(before, after):
        console.print(line, soft_wrap=True)


def _export(found: list[Attempt], folder: Path) -> None:
    for attempt in found:
        report = history.report_of(attempt)
        if report is not None:
            place = folder / str(attempt.id)
            make_writable(place)
            write_whole(place / "result.json", to_json(report))
            write_whole(place / "report.html", html(report).encode("utf-8"))
            click.echo(str(place / "report.html"))
