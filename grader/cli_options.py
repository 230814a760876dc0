"""Options that several commands share."""

from collections.abc import Callable
from typing import Any

import click

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
