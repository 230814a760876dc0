"""Are the rungs of a problem's ladder apart from each other, and do its solutions agree?

Each accepted solution runs once at each size that it can afford; their answers must agree. Then
neighbours on the ladder are compared at the largest size that both reached, in turn, so that a busy
machine slows both. Only what is surely too close fails: the end of the interval, not its middle.
"""

from collections.abc import Sequence
from itertools import pairwise

from grader.climbing import climb
from grader.contenders import LEAST_S, Contender, Stage, nobody
from grader.cores import Cores
from grader.errors import ProblemError
from grader.model import Frozen, Problem
from grader.pairing import MEBIBYTE, MIN_PAIRS, Pairs
from grader.ratios import Ratio
from grader.scoring import PLATEAU
from grader.session import Session
from grader.workloads import load_workload, rung_source

APART = PLATEAU * PLATEAU
"""Closer than this, the plateaus of two rungs overlap, and their shares blur."""
PLAINLY_APART = 3.0
"""A single run each is enough to tell."""
SEED = 0


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
    stage = Stage(
        problem, load_workload(problem, SEED), session, Cores(session.kernel, session.cpus)
    )
    rungs = [Contender(r.name, session, rung_source(problem, r)) for r in problem.ladder]
    more = [Contender(name, session, source) for name, source in others]
    try:
        climb(stage, [*reversed(rungs), *more])
        found = [_step(problem, stage, slow, fast) for slow, fast in pairwise(rungs)]
    except ProblemError as error:
        return Ladder(steps=(), faults=(error.message,))
    finally:
        session.unpin()
    return Ladder(
        steps=tuple(text for text, _ in found),
        faults=tuple(fault for _, fault in found if fault),
    )


def _step(problem: Problem, stage: Stage, slow: Contender, fast: Contender) -> tuple[str, str]:
    """(a sentence on two neighbours, what is wrong with them or nothing)."""
    common = sorted(set(slow.costs) & set(fast.costs))
    if not common:
        return "", f"{slow.name!r} and {fast.name!r} have no size in common"
    size = common[-1]
    hunger = [one.costs[size].peak_bytes + MEBIBYTE for one in (slow, fast)]
    memory = hunger[0] / hunger[1]
    runtime = _runtime(stage, slow, fast, size)
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


def _runtime(stage: Stage, slow: Contender, fast: Contender, size: int) -> Ratio:
    """How many times the CPU time of `fast` it is that `slow` needs."""
    once = max(slow.costs[size].cpu_s, LEAST_S) / max(fast.costs[size].cpu_s, LEAST_S)
    if once >= PLAINLY_APART:
        return Ratio(once, once, once)
    pairs = Pairs(stage, slow, [fast], size)
    found = Ratio(once, once, once)
    while pairs.may_go_on() and pairs.take_one(nobody):
        found = pairs.runtime(fast.name)
        if pairs.count >= MIN_PAIRS and (found.low >= APART or found.high < APART):
            break
    return found
