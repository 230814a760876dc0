"""`grader problems`, `show`, `new` and `verify`: what there is, and what proves it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.markdown import Markdown
from rich.table import Table
from rich.text import Text

from grader import errors
from grader.catalogue import TITLES, by_topic
from grader.cli_options import complete_problem, engine_options, say
from grader.display import visible
from grader.engines import maker, ready_engine
from grader.files import make_writable, write_whole
from grader.junit import junit
from grader.killing import BANK_SHARE, ENOUGH, Mutation, Trial, bank_share, mutate
from grader.many import verify
from grader.problems import folders_of, list_problems, load_problem, read_problem
from grader.scaffolding import new_problem
from grader.showing import WIDEST, fitted
from grader.verifying import WHOLE, Proof


@click.command("verify")
@click.argument("problems", nargs=-1, shell_complete=complete_problem)
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1, 64),
              help="How many samples to grade at once.")  # fmt: skip
@click.option(
    "--junit", "junit_file", type=click.Path(dir_okay=False), help="Write JUnit XML here."
)
@click.option("--mutants", type=click.IntRange(0), metavar="N",
              help="Instead, try N mutants of each problem's solutions; 0: all.")  # fmt: skip
@click.option(
    "--changed", is_flag=True, help="The arguments are changed files: verify their problems."
)
@engine_options
def verify_command(
    problems: tuple[str, ...], jobs: int, junit_file: str | None, mutants: int | None,
    changed: bool, engine: str, runtime: str,
) -> int:  # fmt: skip
    """Hold every sample submission of PROBLEMS (all, by default) to the verdict its folder names.

    Accepted samples must pass twice, under two hash seeds and in both engines, the second
    time in one process for all calls; the rungs of a ladder must be measurably apart; a tolerance
    must have room on both sides.

    With --mutants small mistakes are put into the accepted samples, one at a time, and the tests
    should find them: those that live are shown as diffs.

    \b
    Examples:
      grader verify knn
      grader verify --jobs 2 --junit verify.xml
      grader verify knn --mutants 40 --engine process
      git diff --name-only -z main | xargs -0 grader verify --changed --
    """
    if changed:
        tasks = [read_problem(folder.resolve()) for folder in folders_of(problems)]
        if not tasks:
            click.echo("none of these files belongs to a problem")
            return errors.EXIT_ACCEPTED
    else:
        tasks = [load_problem(name) for name in problems] or _all_problems()
    if junit_file:
        make_writable(Path(junit_file).parent)
    console = Console()

    def watch(proof: Proof) -> None:
        mark = Text("ok  ", "green") if proof.ok else Text("FAIL", "bold red")
        line = f" {proof.problem}/{proof.name}: {proof.detail}"
        console.print(mark + Text(visible(line)), soft_wrap=True)

    if mutants is not None:
        ready_engine(engine, runtime, say)
        proofs = _mutate(tasks, maker(runtime), engine, mutants, jobs, watch)
    else:
        proofs = verify(tasks, engine=engine, runtime=runtime, jobs=jobs, watch=watch, log=say)
        samples = [proof for proof in proofs if proof.group != WHOLE]
        good = sum(proof.ok for proof in samples)
        click.echo(f"{good} of {len(samples)} samples as their folders name them")
    if junit_file:
        write_whole(Path(junit_file), junit(proofs).encode("utf-8"))
    for proof in proofs:
        if not proof.ok:
            say(f"failed: {visible(f'{proof.problem}/{proof.name}')}")
    good_all = proofs and all(proof.ok for proof in proofs)
    return errors.EXIT_ACCEPTED if good_all else errors.EXIT_NOT_ACCEPTED


def _mutate(
    tasks: list[Any], make: Any, engine: str, count: int, jobs: int, watch: Callable[[Proof], None]
) -> list[Proof]:
    """Try mutants; each that lives is shown, then each problem's share."""
    proofs: list[Proof] = []

    def show_survivor(trial: Trial) -> None:
        if not trial.killed and not trial.listed:
            mutant = trial.mutant
            click.echo(f"lives: {trial.problem} {mutant.key}, line {mutant.line}: {mutant.what}")
            click.echo(visible(mutant.diff) + "\n")

    def proved(found: Mutation) -> None:
        spent = sum(trial.duration_s for trial in found.trials)
        proofs.append(
            Proof(
                problem=found.problem, group=WHOLE, name="mutants", ok=found.ok,
                detail=found.in_words(), duration_s=spent,
            )
        )  # fmt: skip
        watch(proofs[-1])

    found = mutate(
        tasks, make, engine=engine, count=count, jobs=jobs, watch=show_survivor, done=proved
    )
    share = bank_share(found)
    if len(found) > 1:
        tried = sum(len(one.counted) for one in found)
        ok = share >= BANK_SHARE or tried < ENOUGH
        detail = f"{share:.1%} of {tried} mutants found, and {BANK_SHARE:.0%} are wanted"
        proofs.append(
            Proof(problem="all", group=WHOLE, name="mutants", ok=ok, detail=detail, duration_s=0.0)
        )
        watch(proofs[-1])
    return proofs


def _all_problems() -> list[Any]:
    found, broken = list_problems()
    if broken:
        raise broken[0]
    return found


@click.command("problems")
def problems_command() -> int:
    """List the problems that are known by slug (set GRADER_PROBLEMS to add folders of them).

    \b
    Examples:
      grader problems
      GRADER_PROBLEMS=~/problems:humaneval grader problems
    """
    found, broken = list_problems()
    console = Console()
    for topic, own in by_topic(found).items():
        table = Table(box=None, pad_edge=False, title=TITLES[topic], title_justify="left")
        for column in ("slug", "title", "difficulty", "minutes"):
            table.add_column(column, justify="right" if column == "minutes" else "left")
        for task in own:
            table.add_row(task.slug, Text(task.title), task.difficulty, str(task.minutes))
        console.print(table)
        console.print()
    for error in broken:
        say(f"error: {error}")
    return errors.EXIT_USAGE if broken else errors.EXIT_ACCEPTED


@click.command("show")
@click.argument("problem", shell_complete=complete_problem)
def show_command(problem: str) -> None:
    """Show the prompt of PROBLEM, as the candidate reads it.

    \b
    Examples:
      grader show knn
      grader show ./my-problem | less -R
    """
    task = load_problem(problem)
    console = Console()
    console = Console(width=min(console.width, WIDEST))
    prompt = (task.folder / "prompt.md").read_text(encoding="utf-8")
    console.print(Markdown(fitted(prompt, console.width)))
    console.print()
    facts = (task.slug, TITLES[task.topic].lower(), task.difficulty, f"{task.minutes} minutes")
    console.print(Text(" · ".join(facts), "dim"))


@click.command("new")
@click.argument("slug")
@click.option("--class", "is_class", is_flag=True, help="A class is to be written, no function.")
@click.option("--out", type=click.Path(file_okay=False), default=".", metavar="DIR",
              show_default=True, help="Where the folder goes.")  # fmt: skip
def new_command(slug: str, is_class: bool, out: str) -> None:
    """Make the problem folder SLUG: a small one that verifies, to be edited into another.

    \b
    Examples:
      grader new column_means
      grader new rate_limiter --class --out problems
    """
    folder = new_problem(slug, Path(out), is_class=is_class)
    shown = str(folder) if folder.is_absolute() else f"./{folder}"
    click.echo(f"made {folder}: edit problem.toml, prompt.md, tests and submissions, then")
    click.echo(f"  grader verify {shown}")
