"""`grader import`: problem sets that exist, from the user's own copy, to problem folders."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec

from grader import errors
from grader.display import one_line, visible
from grader.importing import humaneval
from grader.importing.drafts import Draft, Refused
from grader.importing.folders import Shelf
from grader.importing.lines import decoded, read_lines

Task = TypeVar("Task", bound=msgspec.Struct)


@click.group("import")
def import_group() -> None:
    """Make problem folders from sets of problems that exist: your own copy of them.

    The tests and solutions of a set are taken as a problem author's: grading runs its tests here,
    on the host. Import what you trust. Solutions always run in the sandbox.

    Each task becomes a folder that `grader verify` accepts. What cannot be imported is listed with
    its line and the reason, and the rest is imported.

    Exit codes: 0 all imported, 1 some were not, 2 usage, or nothing could be imported.
    """


def target_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--out and --force, for every set."""
    command = click.option(
        "--force", is_flag=True, help="Replace problem folders of the same names."
    )(command)
    return click.option(
        "--out", required=True, type=click.Path(file_okay=False), metavar="DIR",
        help="Where the folders go; nothing is written anywhere else.",
    )(command)  # fmt: skip


@import_group.command("humaneval")
@click.argument("file", type=click.Path(dir_okay=False))
@target_options
def humaneval_command(file: str, out: str, force: bool) -> int:
    """Import HumanEval.

    FILE is its JSON Lines, gzipped or not, with the keys task_id, prompt, entry_point,
    canonical_solution and test.

    The set's check(candidate) becomes the hidden test, unchanged. It runs on the host; the function
    that it is given runs in the sandbox, and its answers are plain Python values.

    \b
    Examples:
      grader import humaneval HumanEval.jsonl.gz --out humaneval
      grader verify humaneval/*/ --jobs 2
      grader submit humaneval/humaneval-0 solution.py
      GRADER_PROBLEMS=humaneval grader show humaneval-0
    """
    return import_lines(Path(file), humaneval.Task, humaneval.draft, Path(out), force=force)


def import_lines(
    file: Path, kind: type[Task], draft: Callable[[Task], Draft], out: Path, *, force: bool
) -> int:
    """Import each line of `file`; what could not be is said on the way. The exit code."""
    lines = read_lines(file)
    refused, done = 0, 0
    with Shelf(out, force=force) as shelf:
        for line in lines:
            try:
                if line.fault:
                    raise Refused(line.fault)
                shelf.put(draft(decoded(line.data, kind)))
                done += 1
            except Refused as error:
                refused += 1
                click.echo(visible(f"{one_line(str(file))}:{line.number}: {error}"), err=True)
    return summary(done, refused, out)


def summary(done: int, refused: int, out: Path) -> int:
    """Say how it went; the exit code."""
    if done:
        click.echo(f"imported {done} problems to {out}; next: grader verify {out}/*/")
    if refused or not done:
        click.echo(
            f"not imported: {refused}" if refused else "there is nothing to import", err=True
        )
    if not done:
        return errors.EXIT_USAGE
    return errors.EXIT_NOT_ACCEPTED if refused else errors.EXIT_ACCEPTED
