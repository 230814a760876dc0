"""Is the growth of a solution's cost named right? Some fifty solutions whose class was read off them.

Each is measured as a submission is, at the sizes of its problem's workload. A name is right when the
class that was read is the one that is named, or the one given beside it as a factor log n away;
"unclear" is not right, but not wrong either.

    make bench-complexity
    python -m benchmarks.complexities --only knn --record tests/complexity/measured.json
"""

import argparse
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from grader.climbing import climb
from grader.complexity import UNCLEAR, Growth, growth
from grader.contenders import CANDIDATE, LEAST_S, Contender, Stage
from grader.cores import Cores
from grader.model import Entry, Problem
from grader.problems import load_problem
from grader.processes import ProcessEngine
from grader.session import Session
from grader.workloads import Workload, load_workload

LABELS = Path(__file__).parent.parent / "tests" / "complexity" / "labels.toml"
RIGHT = 0.95
Costs = list[tuple[int, float]]


def gives(kind: str) -> Any:
    """How a made solution's argument is made."""
    return {
        "number": lambda size, _rng: (size,),
        "list": lambda size, rng: (rng.normal(size=size).tolist(),),
        "matrix": lambda size, rng: (rng.normal(size=(size, size)),),
    }[kind]


def cases() -> list[tuple[str, str, Problem, Workload, str]]:
    """(name, class, problem, workload, source) of every labelled solution."""
    labels = tomllib.loads(LABELS.read_text("utf-8"))
    found = []
    for name, label in labels["bank"].items():
        slug, _, stem = name.partition("/")
        problem = load_problem(slug)
        source = (problem.folder / "submissions" / "accepted" / f"{stem}.py").read_text("utf-8")
        found.append((name, label, problem, load_workload(problem, 1), source))
    entry = Entry(name="f", signature="f(x)", parameters=("x",), required=1)
    for made in labels["made"]:
        problem = msgspec.structs.replace(load_problem("knn"), entries=(entry,))
        work = Workload(
            function="f", sizes=tuple(made["sizes"]), make=gives(made["gives"]),
            same=lambda _a, _b: True, seed=1,
        )  # fmt: skip
        found.append((made["name"], made["class"], problem, work, made["source"]))
    return found


def measured(problem: Problem, work: Workload, source: str) -> Costs:
    """CPU seconds at each size that it reaches."""
    engine = ProcessEngine()
    session = Session(engine.open(problem.limits), lambda: engine.open(problem.limits))
    try:
        stage = Stage(problem, work, session, Cores(session.kernel, session.cpus))
        one = Contender(CANDIDATE, session, source)
        climb(stage, [one])
    finally:
        session.close()
    return [(size, max(run.cpu_s, LEAST_S)) for size, run in sorted(one.costs.items())]


def judged(found: Growth, label: str) -> str:
    if found.name == UNCLEAR:
        return "unclear"
    return "right" if label in (found.name, *found.others) else "WRONG"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", default="", help="those whose name begins so")
    parser.add_argument("--record", type=Path, help="write the costs here, for the tests")
    options = parser.parse_args()
    recorded: dict[str, Any] = {}
    counts = {"right": 0, "unclear": 0, "WRONG": 0}
    for name, label, problem, work, source in cases():
        if not name.startswith(options.only):
            continue
        costs = measured(problem, work, source)
        found = growth(*zip(*costs)) if costs else Growth()
        verdict = judged(found, label)
        counts[verdict] += 1
        recorded[name] = {"class": label, "costs": [[n, round(c, 6)] for n, c in costs]}
        said = " or ".join(f"O({one})" for one in (found.name, *found.others))
        reach = f"{found.exponent} [{found.low}, {found.high}]"
        print(f"{verdict:8} {name:36} O({label})".ljust(60), f"{said:24} {reach}", flush=True)
    total = sum(counts.values())
    print(f"{counts['right']} of {total} named right ({counts['right'] / total:.1%}), "
          f"{counts['unclear']} unclear, {counts['WRONG']} wrong")  # fmt: skip
    if options.record:
        options.record.write_text(
            json.dumps(recorded, indent=1, ensure_ascii=False) + "\n", "utf-8"
        )
    return 0 if counts["right"] >= RIGHT * total and not counts["WRONG"] else 1


if __name__ == "__main__":
    sys.exit(main())
