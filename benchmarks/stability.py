"""Does the same submission get the same marks, whatever else the machine does?

Each of five submissions is graded again and again: on the machine as it is, with every core kept
busy, and beside two other gradings. Their totals should differ by at most 2 points of 100, and no
verdict and no rung should change. Then two submissions that are 1.3 times apart, and two that are
equal, are compared as candidates are with references.

    make bench-stability             20 gradings in each condition, 100 comparisons: takes an hour
    python -m benchmarks.stability --count 3 --compare 20
"""

import argparse
import contextlib
import math
import multiprocessing
import os
import statistics
import sys
import time
from collections.abc import Iterator

import msgspec

from grader.climbing import climb
from grader.containers import DockerEngine
from grader.contenders import CANDIDATE, Contender, Stage
from grader.cores import Cores
from grader.grading import grade
from grader.model import Problem, Report, Rung
from grader.pairing import meet
from grader.problems import load_problem
from grader.ratios import Ratio
from grader.references import References
from grader.session import Session
from grader.submissions import read_submission
from grader.workloads import Workload

SUBMISSIONS = ("knn/matmul", "knn/rows", "knn/loops", "kmeans/broadcast", "merge_feeds/heap")
MOST_APART = 2.0
APART = 1.3
TOLD = math.sqrt(APART)
FORK = multiprocessing.get_context("fork")
KERNEL = """
def f(n):
    total = 0
    for i in range(int(n * FACTOR)):
        total += i * i % 7
    return 1
"""


def submission_of(name: str) -> tuple[object, object]:
    slug, _, stem = name.partition("/")
    problem = load_problem(slug)
    return problem, read_submission(problem.folder / "submissions" / "accepted" / f"{stem}.py")


def spin() -> None:
    while True:
        pass


def keep_grading(name: str) -> None:
    """Another grader beside ours."""
    engine = DockerEngine()
    problem, submission = submission_of(name)
    while True:
        grade(problem, submission, engine)


@contextlib.contextmanager
def beside(condition: str) -> Iterator[None]:
    """What else the machine does meanwhile."""
    others = []
    if condition == "busy":
        others = [FORK.Process(target=spin) for _ in range(os.cpu_count() or 1)]
    elif condition == "parallel":
        others = [FORK.Process(target=keep_grading, args=(name,)) for name in SUBMISSIONS[1:3]]
    for other in others:
        other.start()
    try:
        yield
    finally:
        for other in others:
            other.terminate()
            other.join()


def rungs_of(report: Report) -> tuple[str, str]:
    found = report.performance
    return (
        tuple(cost.rung if cost else "" for cost in (found.runtime, found.memory))
        if found
        else ("", "")
    )


def gradings(count: int, conditions: list[str]) -> bool:
    """Grade and print; whether all is as promised."""
    good = True
    reports: dict[str, list[tuple[str, Report]]] = {name: [] for name in SUBMISSIONS}
    for condition in conditions:
        with beside(condition):
            engine = DockerEngine()
            references = References(engine)
            for turn in range(count):
                for name in SUBMISSIONS:
                    problem, submission = submission_of(name)
                    report = grade(problem, submission, engine, references=references)
                    reports[name].append((condition, report))
                    print(f"{condition:9} {turn + 1:3} {name:20} {report.score.total:6.1f} "
                          f"{report.duration_s:5.1f} s", flush=True)  # fmt: skip
            references.close()
            engine.close()
    print(
        f"\n{'submission':20} {'condition':10} {'totals':>15} {'median s':>9}  runtime and memory rungs"
    )
    for name, found in reports.items():
        totals = [report.score.total for _, report in found]
        kinds = {(report.verdict, rungs_of(report)) for _, report in found}
        for condition in conditions:
            own = [report for where, report in found if where == condition]
            part = [report.score.total for report in own]
            spent = statistics.median(report.duration_s for report in own)
            names = " | ".join(sorted({"/".join(rungs_of(report)) for report in own}))
            print(
                f"{name:20} {condition:10} {min(part):7.1f}-{max(part):.1f} {spent:9.1f}  {names}"
            )
        apart = max(totals) - min(totals)
        ok = apart <= MOST_APART and len(kinds) == 1
        good = good and ok
        print(f"{name:20} {'all':10} {apart:7.1f} apart, {len(kinds)} kind(s) of verdict and rungs: "
              f"{'ok' if ok else 'TOO FAR APART'}")  # fmt: skip
    return good


def compared(problem: Problem, sessions: list[Session], factor: float, seed: int) -> Ratio:
    """What a submission that needs `factor` times its only reference is said to need."""
    work = Workload(
        function="f", sizes=(10_000, 20_000, 40_000, 80_000, 160_000),
        make=lambda size, _rng: (size,), same=lambda a, b: a == b, seed=seed,
    )  # fmt: skip
    stage = Stage(problem, work, sessions[1], Cores(sessions[0].kernel, sessions[0].cpus))
    candidate = Contender(CANDIDATE, sessions[0], KERNEL.replace("FACTOR", str(factor)))
    rung = Rung(name="rung", file="", runtime=1.0, memory=1.0)
    one = Contender("rung", sessions[1], KERNEL.replace("FACTOR", "1.0"))
    climb(stage, [one, candidate])
    return meet(stage, candidate, [(rung, one)], (25, 15), lambda _s, _n: None)[0].runtime


def comparisons(count: int, condition: str) -> bool:
    """Compare a pair that is 1.3 times apart, and a pair of equals; print how often that is seen."""
    problem = load_problem("knn")
    engine = DockerEngine()
    wrong = {1.0: 0, APART: 0}
    outside = 0
    widths: list[float] = []
    with beside(condition):
        entry = problem.entries[0]
        made = msgspec.structs.replace(
            problem,
            entries=(msgspec.structs.replace(entry, name="f", parameters=("n",), required=1),),
        )
        for turn in range(count):
            # Boxes of their own for each turn, as for each grading: what is odd in one is seen once.
            sessions = [Session(engine.open(problem.limits)) for _ in range(2)]
            for factor in wrong:
                ratio = compared(made, sessions, factor, turn)
                told = ratio.ratio > TOLD
                wrong[factor] += told != (factor > 1)
                outside += not ratio.low <= factor <= ratio.high
                widths.append(ratio.high / ratio.low)
            for session in sessions:
                session.close()
    print(
        f"{condition}: of {count} comparisons of two 1.3 times apart {wrong[APART]} were missed, of "
        f"{count} of equals {wrong[1.0]} were told apart; the true ratio was outside its interval in "
        f"{outside} of {2 * count}, whose width was {statistics.median(widths):.3f} (median)"
    )
    return all(missed <= count / 100 for missed in wrong.values())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=20, help="gradings in each condition")
    parser.add_argument("--compare", type=int, default=100, help="comparisons in each condition")
    parser.add_argument("--conditions", default="idle,busy,parallel")
    options = parser.parse_args()
    conditions = options.conditions.split(",")
    clock = time.monotonic()
    good = [comparisons(options.compare, one) for one in conditions] if options.compare else []
    if options.count:
        good.append(gradings(options.count, conditions))
    print(f"{time.monotonic() - clock:.0f} s")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
