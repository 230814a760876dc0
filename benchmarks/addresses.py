"""Does the same code take the same time in every box, or is one box slower than the next?

Eight boxes at a time, four at fixed addresses (as all of grader's are) and four where the kernel
draws them, run the same loop in turn on the same core. What a box needs is the second shortest of
its runs, over the median of the eight: what disturbs a run only lengthens it.

    python -m benchmarks.addresses 45       groups of eight: takes 3 minutes
"""

import random
import statistics
import sys

import msgspec

from grader import containers
from grader.containers import DockerEngine
from grader.model import Limits
from grader.problems import load_problem
from grader.session import Session, arguments_of

RUNS = 7
OFF = (0.05, 0.10)
LOOP = """
def f(n):
    total = 0
    for i in range(n):
        total += i * i % 7
    return 1
"""
WAYS = {"drawn": (), "fixed": containers.FIXED}


def main() -> int:
    groups = int(sys.argv[1]) if len(sys.argv) > 1 else 45
    problem = load_problem("knn")
    entry = msgspec.structs.replace(problem.entries[0], name="f", parameters=("n",), required=1)
    problem = msgspec.structs.replace(problem, entries=(entry,))
    engine = DockerEngine(log=print)
    engine.prepare()
    found: dict[str, list[float]] = {way: [] for way in WAYS}
    for _ in range(groups):
        boxes: list[tuple[str, Session, list[float]]] = []
        for way in [*WAYS] * 4:
            containers.FIXED = WAYS[way]
            boxes.append((way, Session(engine.open(problem.limits)), []))
        for turn in range(RUNS):
            core = boxes[0][1].cpus[turn % len(boxes[0][1].cpus)]
            for _, session, costs in random.sample(boxes, len(boxes)):
                session.pin((core,))
                session.begin(LOOP, problem, Limits(cpu_s=5))
                session.take(arguments_of((160_000,)))
                costs.append(session.run("f").cpu_s)
                session.end()
        needed = [sorted(costs)[1] for _, _, costs in boxes]
        for (way, session, _), own in zip(boxes, needed, strict=True):
            found[way].append(own / statistics.median(needed))
            session.close()
    for way, ratios in found.items():
        off = [sum(abs(ratio - 1) > most for ratio in ratios) for most in OFF]
        print(f"{way}: of {len(ratios)} boxes {off[0]} are more than 5 % from the median of their "
              f"eight, {off[1]} more than 10 %; the slowest {max(ratios):.2f} times it")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
