"""Are the rungs of a problem's ladder apart from each other, and do its solutions agree?

Each accepted solution runs once at each size that it can afford; their answers must agree. Then
neighbours on the ladder are compared at the largest size that both reached, in turn, so that a busy
machine slows both. Only what is surely too close fails: the end of the interval, not its middle.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from grader.complexity import Ratio, median_ratio
from grader.errors import ProblemError
from grader.measuring import (
    LEAST_S,
    MEBIBYTE,
    NEXT_BUDGET_S,
    PAIR_BUDGET_S,
    Runner,
    Workload,
    attempt,
    cheapest,
    empty_source,
    load_workload,
    rung_source,
)
from grader.model import Frozen, Problem
from grader.scoring import PLATEAU
from grader.session import Session

APART = PLATEAU * PLATEAU
"""Closer than this, the plateaus of two rungs overlap, and their shares blur."""
PLAINLY_APART = 2.0
"""A single run each is enough to tell."""
PAIRS = 5


class Ladder(Frozen, frozen=True, kw_only=True):
    """What was found: one sentence for each pair of neighbours, and what is wrong."""

    steps: tuple[str, ...]
    faults: tuple[str, ...]


def examine(problem: Problem, others: Sequence[tuple[str, str]], session: Session) -> Ladder:
    """Run the ladder, and beside it `others`: (name, source) of more accepted solutions.

    Raises:
        ProblemError: the workload cannot be loaded.
        SandboxFault: the box is gone.
    """
    work = load_workload(problem)
    rungs = [Runner(r.name, session, rung_source(problem, r)) for r in problem.ladder]
    more = [Runner(name, session, source) for name, source in others]
    empty = Runner("empty", session, empty_source(problem, work.function))
    try:
        _climb(problem, work, [*reversed(rungs), *more], empty)
        found = [_step(problem, work, slow, fast, empty) for slow, fast in pairwise(rungs)]
    except ProblemError as error:
        return Ladder(steps=(), faults=(error.message,))
    return Ladder(
        steps=tuple(text for text, _ in found),
        faults=tuple(fault for _, fault in found if fault),
    )


def _climb(problem: Problem, work: Workload, runners: Sequence[Runner], empty: Runner) -> None:
    """Everybody once at each size, as far as the budget goes; the answers must agree."""
    for index, size in enumerate(work.sizes):
        args = work.make(size, np.random.default_rng([size, 0]))
        base = cheapest([empty.run(problem, work.function, args)[1] for _ in range(2)])
        answers: list[Any] = []
        for runner in runners:
            if runner.out:
                continue
            value = attempt(runner, problem, work, size, args, base)
            if size not in runner.costs:
                continue
            if answers and not work.same(answers[0], value):
                raise ProblemError(f"{runner.name!r} gives another answer at size {size}")
            answers.append(value)
            following = work.sizes[min(index + 1, len(work.sizes) - 1)]
            runner.out = runner.expected_next(size, following) > NEXT_BUDGET_S


def _step(
    problem: Problem, work: Workload, slow: Runner, fast: Runner, empty: Runner
) -> tuple[str, str]:
    """(a sentence on two neighbours, what is wrong with them or nothing)."""
    common = [size for size in work.sizes if size in slow.costs and size in fast.costs]
    if not common:
        return "", f"{slow.name!r} and {fast.name!r} have no size in common"
    size = common[-1]
    hunger = [runner.costs[size].peak_bytes + MEBIBYTE for runner in (slow, fast)]
    memory = hunger[0] / hunger[1]
    runtime = _runtime(problem, work, slow, fast, empty, size)
    reach = f" ({runtime.low:.3g} to {runtime.high:.3g})" if runtime.low < runtime.high else ""
    text = (
        f"{slow.name} / {fast.name} at {size:,}: "
        f"runtime {runtime.ratio:.3g}{reach}, memory {memory:.3g}"
    )
    shares = {rung.name: rung.runtime for rung in problem.ladder}
    if runtime.high < 1 / APART and shares[slow.name] < shares[fast.name]:
        return text, f"{text}: the slower rung is the faster"
    if runtime.high < APART and 1 / APART < memory < APART:
        return text, f"{text}: not {APART:.2f} apart in either"
    return text, ""


def _runtime(
    problem: Problem, work: Workload, slow: Runner, fast: Runner, empty: Runner, size: int
) -> Ratio:
    """How many times the CPU time of `fast` it is that `slow` needs."""
    once = max(slow.costs[size].cpu_s, LEAST_S) / max(fast.costs[size].cpu_s, LEAST_S)
    if once >= PLAINLY_APART:
        return Ratio(once, once, once)
    pairs: list[tuple[float, float]] = []
    for turn in range(PAIRS):
        args = work.make(size, np.random.default_rng([size, 1 + turn]))
        base = empty.run(problem, work.function, args)[1]
        order = (slow, fast) if turn % 2 else (fast, slow)
        for runner in order:
            runner.out = False
            attempt(runner, problem, work, size, args, base, PAIR_BUDGET_S)
        pairs.append(tuple(max(r.costs[size].cpu_s, LEAST_S) for r in (slow, fast)))  # type: ignore[arg-type]
        if len(pairs) > 2 and median_ratio(pairs).low >= APART:
            break
    return median_ratio(pairs)
