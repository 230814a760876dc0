"""The commands: words only. What they do is in the layers below."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace
from rich.console import Console
from rich.markdown import Markdown
from rich.table import Table
from rich.text import Text

from grader import errors
from grader.api import grade
from grader.attempts import State
from grader.boxes import Engine
from grader.catalogue import TITLES, by_topic
from grader.cli_batch import batch_command
from grader.cli_export import export, export_options
from grader.cli_import import import_group
from grader.cli_interview import db_option, history_command, start_command, try_command
from grader.cli_options import complete_problem, engine_options
from grader.containers import DockerEngine, Images, connect
from grader.desk import Desk, Task
from grader.display import one_line, visible
from grader.doctor import examine
from grader.engines import make_engine, ready_engine
from grader.errors import GraderError, UsageError
from grader.files import make_writable, write_whole
from grader.grading import grader_version
from grader.images import clean, ensure
from grader.junit import junit
from grader.killing import BANK_SHARE, ENOUGH, Mutation, Trial, bank_share, mutate
from grader.model import Report, Submission, Verdict, to_json
from grader.problems import folders_of, list_problems, load_problem, read_problem
from grader.processes import ProcessEngine
from grader.publishing import common_folder, overview, plan, read_bounded
from grader.redacting import for_candidate
from grader.rendering import html
from grader.results import parse_result
from grader.scaffolding import new_problem
from grader.showing import WIDEST, fitted
from grader.submissions import safe_name
from grader.text import Progress, summary
from grader.verifying import WHOLE, Proof, verify

OUT = "grader-out"


class Commands(click.Group):
    """Turns our errors into one line and the right exit code; Ctrl-C into 130."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        kwargs["standalone_mode"] = False
        try:
            code = super().main(*args, **kwargs)
        except GraderError as error:
            _say(f"error: {visible(str(error))}")
            code = error.exit_code
        except click.ClickException as error:
            error.show()
            code = errors.EXIT_USAGE
        except (click.Abort, KeyboardInterrupt):
            _say("interrupted: nothing is left running")
            code = errors.EXIT_INTERRUPTED
        sys.exit(code if isinstance(code, int) else 0)


def _say(text: str) -> None:
    click.echo(text, err=True)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(grader_version(), prog_name="grader")
def main() -> None:
    """Grade machine-learning code written from scratch: correctness, runtime and memory.

    \b
    Examples:
      grader problems                      what there is
      grader show knn                      what the candidate reads
      grader submit knn solution.py        grade it: result.json and report.html
      grader start knn --candidate ada     an interview: a folder to work in, and the clock
      grader batch knn submissions/        grade everybody's, and compare them
      grader doctor                        is the sandbox there, and does it hold?

    Exit codes: 0 accepted, 1 graded and not accepted, 2 usage or a broken problem folder,
    3 a fault of ours (engine, image, sandbox), 130 interrupted.
    """


@main.command()
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
def submit(
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
    desk = Desk(db, _say)
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
        _say("the results are written, and this attempt is not in the store")
        return errors.EXIT_OUR_FAULT
    return _exit_code(report)


def _folder(task: Task, submission: Submission) -> Path:
    """Where results go by default."""
    if task.folder is not None:
        return task.folder / OUT
    return Path(OUT) / task.problem.slug / safe_name(submission.candidate)


@main.command("report")
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


@main.command("verify")
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

    Accepted samples must pass twice, under two hash seeds and in both engines; the rungs of a
    ladder must be measurably apart; a tolerance must have room on both sides.

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
    ready_engine(engine, runtime, _say)
    console = Console()

    def watch(proof: Proof) -> None:
        mark = Text("ok  ", "green") if proof.ok else Text("FAIL", "bold red")
        line = f" {proof.problem}/{proof.name}: {proof.detail}"
        console.print(mark + Text(visible(line)), soft_wrap=True)

    def make(name: str, hash_seed: str) -> Engine:
        if name == "docker":
            return DockerEngine(runtime, hash_seed)
        return ProcessEngine(hash_seed)

    if mutants is not None:
        proofs = _mutate(tasks, make, engine, mutants, jobs, watch)
    else:
        engines = tuple(dict.fromkeys((engine, "process")))
        proofs = verify(tasks, make, engines=engines, jobs=jobs, watch=watch)
        samples = [proof for proof in proofs if proof.group != WHOLE]
        good = sum(proof.ok for proof in samples)
        click.echo(f"{good} of {len(samples)} samples as their folders name them")
    if junit_file:
        write_whole(Path(junit_file), junit(proofs).encode("utf-8"))
    for proof in proofs:
        if not proof.ok:
            _say(f"failed: {visible(f'{proof.problem}/{proof.name}')}")
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


@main.command("problems")
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
        _say(f"error: {error}")
    return errors.EXIT_USAGE if broken else errors.EXIT_ACCEPTED


@main.command()
@click.argument("problem", shell_complete=complete_problem)
def show(problem: str) -> None:
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


@main.command("new")
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


@main.command()
@engine_options
def doctor(engine: str, runtime: str) -> int:
    """Look at engine, image and limits; a canary container tries the walls from inside.

    Exit code 3 when something is missing or does not hold, with how to mend it.

    \b
    Examples:
      grader doctor
      grader doctor --runtime runsc
      grader doctor --engine process
    """
    console = Console()
    made = make_engine(engine, runtime, _say)
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


@main.group()
def sandbox() -> None:
    """The sandbox image: made when it is first needed, or by hand.

    \b
    Examples:
      grader sandbox build
      grader sandbox clean
    """


@sandbox.command()
def build() -> None:
    """Build the sandbox image if this version of it is not there yet."""
    click.echo(ensure(Images(connect()), _say))


@sandbox.command("clean")
def clean_command() -> None:
    """Remove every sandbox image and every forgotten container."""
    client = connect()
    swept = DockerEngine(client=client).sweep()
    tags = clean(Images(client))
    click.echo(f"removed {len(tags)} images and {swept} containers")


main.add_command(import_group)
for _command in (start_command, try_command, history_command):
    main.add_command(_command)
main.add_command(batch_command)
