"""`grader doctor` and `grader sandbox`: the engine, its image and its walls."""

import click
from rich.console import Console
from rich.text import Text

from grader import errors
from grader.cli_options import engine_options, say
from grader.containers import DockerEngine, Images, connect
from grader.doctor import examine
from grader.engines import make_engine
from grader.images import clean, ensure


@click.command("doctor")
@engine_options
def doctor_command(engine: str, runtime: str) -> int:
    """Look at engine, image and limits; a canary container tries the walls from inside.

    Exit code 3 when something is missing or does not hold, with how to mend it.

    \b
    Examples:
      grader doctor
      grader doctor --runtime runsc
      grader doctor --engine process
    """
    console = Console()
    made = make_engine(engine, runtime, say)
    bad = 0
    for check in examine(made):
        mark = Text("ok  ", "green") if check.ok else Text("FAIL", "bold red")
        detail = f": {check.detail}" if check.detail else ""
        console.print(mark + Text(f" {check.name}{detail}"), soft_wrap=True)
        if not check.ok:
            bad += 1
            console.print(Text(f"      mend: {check.fix}"), soft_wrap=True)
    made.close()
    return errors.EXIT_OUR_FAULT if bad else errors.EXIT_ACCEPTED


@click.group("sandbox")
def sandbox_group() -> None:
    """The sandbox image: made when it is first needed, or by hand.

    \b
    Examples:
      grader sandbox build
      grader sandbox clean
    """


@sandbox_group.command("build")
def build_command() -> None:
    """Build the sandbox image if this version of it is not there yet."""
    click.echo(ensure(Images(connect()), say))


@sandbox_group.command("clean")
def clean_command() -> None:
    """Remove every sandbox image and every forgotten container."""
    client = connect()
    swept = DockerEngine(client=client).sweep()
    tags = clean(Images(client))
    click.echo(f"removed {len(tags)} images and {swept} containers")
