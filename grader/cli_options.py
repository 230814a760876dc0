"""Options that several commands share."""

from collections.abc import Callable
from typing import Any

import click
from click.shell_completion import CompletionItem

from grader.errors import GraderError
from grader.problems import problem_folders

ENGINES = click.Choice(["docker", "process"])


def engine_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--engine and --runtime, for every command that runs code."""
    command = click.option(
        "--engine", type=ENGINES, default="docker", show_default=True, envvar="GRADER_ENGINE",
        help="'process' has no walls: only for code that you trust.",
    )(command)  # fmt: skip
    return click.option(
        "--runtime", default="", metavar="NAME",
        help="OCI runtime of the docker engine, such as runsc (gVisor).",
    )(command)  # fmt: skip


def complete_problem(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Names of problems, for the shell; files where a problem is named already, or none fits."""
    first = not context.params.get(str(parameter.name)) or parameter.nargs == 1
    found: list[str] = []
    if first or parameter.name == "problems":
        try:
            found = [slug for slug in problem_folders() if slug.startswith(incomplete)]
        except GraderError:  # nobody reads an error while completing
            found = []
    return [CompletionItem(slug) for slug in found] or [CompletionItem(incomplete, type="file")]


def say(text: str) -> None:
    """Tell the user something on stderr, where no result is."""
    click.echo(text, err=True)
