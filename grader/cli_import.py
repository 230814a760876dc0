"""`grader import`: problem sets that exist, from the user's own copy, to problem folders."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec

from grader import errors
from grader.cli_options import engine_options
from grader.display import one_line, visible
from grader.engines import ready_engine
from grader.importing import evalplus, humaneval, kattis, mbpp
from grader.importing.drafts import Draft, Refused
from grader.importing.folders import Shelf
from grader.importing.lines import Line, decoded, read_items, read_lines
from grader.reusing import ReusingEngine

Task = TypeVar("Task", bound=msgspec.Struct)


@click.group("import")
def import_group() -> None:
    """Make problem folders from sets of problems that exist: your own copy of them.

    The tests and solutions of a set are taken as a problem author's: grading runs its tests here,
    on the host. Import what you trust. Solutions always run in the sandbox.

    Each task becomes a folder; `grader verify` then tries whether its solution holds in the
    sandbox. What cannot be imported is listed with its line and the reason, and the rest is
    imported.

    \b
    Examples:
      grader import humaneval HumanEval.jsonl.gz --out humaneval
      grader import kattis hello different --out kattis

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


@import_group.command("mbpp")
@click.argument("file", type=click.Path(dir_okay=False))
@target_options
def mbpp_command(file: str, out: str, force: bool) -> int:
    """Import MBPP.

    FILE is its JSON Lines (task_id, text, code, test_list, test_setup_code and
    challenge_test_list), or the JSON array of the sanitized set (prompt, test_imports).

    The first assertion is the prompt's example and a visible test; the others are hidden. They run
    on the host as they are given. Tasks whose tests make objects of the solution's own classes, or
    give a class or a function to the solution, cannot be imported: only data crosses the wall.

    \b
    Examples:
      grader import mbpp mbpp.jsonl --out mbpp
      grader import mbpp sanitized-mbpp.json --out mbpp --force
      grader verify mbpp/*/ --jobs 2
    """
    return import_lines(Path(file), mbpp.Task, mbpp.draft, Path(out), force=force, read=read_items)


@import_group.command("evalplus")
@click.argument("file", type=click.Path(dir_okay=False))
@target_options
@engine_options
def evalplus_command(file: str, out: str, force: bool, engine: str, runtime: str) -> int:
    """Import HumanEval+ or MBPP+.

    FILE is EvalPlus' JSON Lines, gzipped or not, with the keys task_id, prompt, entry_point,
    canonical_solution, base_input, plus_input and atol.

    The expected answers are those of the canonical solution, which runs once for each input, in the
    sandbox. Tasks that EvalPlus judges by code of its own cannot be imported.

    \b
    Examples:
      grader import evalplus HumanEvalPlus.jsonl.gz --out humanevalplus
      grader import evalplus MbppPlus.jsonl.gz --out mbppplus
      grader verify humanevalplus/*/ --jobs 2
    """
    boxes = ReusingEngine(ready_engine(engine, runtime, lambda text: click.echo(text, err=True)))
    try:
        return import_lines(
            Path(file), evalplus.Task, evalplus.draft_with(boxes), Path(out), force=force
        )
    finally:
        boxes.close()


@import_group.command("kattis")
@click.argument("packages", nargs=-1, required=True, type=click.Path(file_okay=False))
@target_options
def kattis_command(packages: tuple[str, ...], out: str, force: bool) -> int:
    """Import problem packages in Kattis' format.

    PACKAGES are folders with a problem.yaml, data/sample and data/secret (*.in, *.ans) and Python
    solutions in submissions/.

    Where a package wants a program, the problem wants a function: solve(text) is given what stands
    in the .in file, and returns what the program would print. Python solutions become samples, by
    a few lines around each. Packages with a validator of their own, or that are interactive,
    cannot be imported.

    \b
    Examples:
      grader import kattis hello different --out kattis
      grader import kattis problems/*/ --out kattis
      grader verify kattis/*/
    """
    done, refused = 0, 0
    with Shelf(Path(out), force=force) as shelf:
        for package in packages:
            try:
                made = kattis.draft(Path(package))
                shelf.put(made.draft)
                done += 1
                notes = made.left_out
            except Refused as error:
                refused += 1
                notes = (str(error),)
            for note in notes:
                click.echo(visible(f"{one_line(package)}: {note}"), err=True)
    return summary(done, refused, Path(out))


def import_lines(
    file: Path, kind: type[Task], draft: Callable[[Task], Draft], out: Path, *, force: bool,
    read: Callable[[Path], Iterator[Line]] = read_lines,
) -> int:  # fmt: skip
    """Import each line of `file`; what could not be is said on the way. The exit code."""
    refused, done = 0, 0
    lines = read(file)
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
