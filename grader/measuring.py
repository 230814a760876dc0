"""Runtime and memory of a submission against the problem's references, run side by side.

First one run of everybody at each size, as far as each one's budget goes (`climbing`); then
interleaved pairs with the neighbours on the ladder (`pairing`); each run is a case of its own on a
core of its own (`contenders`, `cores`). The method is told in docs/measuring.md.
"""

import statistics
from collections.abc import Callable, Sequence
from typing import Literal

from grader.climbing import RUN_BUDGET_S, climb
from grader.complexity import Growth, growth
from grader.contenders import CANDIDATE, LEAST_S, Contender, Run, Stage, Watch, nobody
from grader.cores import Cores
from grader.errors import ProblemError
from grader.model import (
    CostResult,
    Performance,
    Problem,
    ReferenceCost,
    SandboxFacts,
    SizeResult,
    Step,
)
from grader.pairing import MEBIBYTE, Meeting, meet
from grader.scoring import place
from grader.session import Session
from grader.workloads import load_workload, rung_source

CLOCK = "CPU clock"
PEAK, CGROUP = "VmHWM", "cgroup"
What = Literal["runtime", "memory"]

NO_KERNEL = "this sandbox has a kernel of its own, which cannot tell what a run costs"
EMULATED = "this sandbox emulates another processor, whose times mean nothing"
NO_CORE = "the runs could not be held on a core of their own"


def cannot(facts: SandboxFacts) -> str:
    """Why nothing can be measured in such a sandbox; "" where it can."""
    if not facts.measures:
        return NO_KERNEL
    return EMULATED if facts.emulated else ""


def withheld(why: str) -> Performance:
    """Nothing was measured, and those marks are out of the total."""
    return Performance(
        runtime=None, memory=None, sizes=(), withheld=("runtime", "memory"), note=_withheld(why)
    )


def measure(
    problem: Problem,
    source: str,
    own: Session,
    references: Session,
    *,
    watch: Watch = nobody,
    timed: Callable[[str, Callable[[], None]], None] = lambda _name, step: step(),
) -> Performance:
    """Measure `source` in its box `own`, the ladder in the box `references`.

    `timed` is told of the parts as they begin, and runs them.

    Raises:
        WrongOnLargeInput: an answer was wrong, or there was none though the budget allowed it.
        ProblemError: a reference fails, or disagrees with the best one.
        SandboxFault: a box is gone.
    """
    work = load_workload(problem)
    stage = Stage(problem, work, references, _cores(own, references))
    candidate = Contender(CANDIDATE, own, source)
    rungs = [(r, Contender(r.name, references, rung_source(problem, r))) for r in problem.ladder]
    best_first = [one for _, one in reversed(rungs)]
    meetings: list[Meeting] = []

    def pairs() -> None:
        weights = (problem.weights.runtime, problem.weights.memory)
        meetings.extend(meet(stage, candidate, rungs, weights, watch))

    try:
        timed("sizes", lambda: climb(stage, [*best_first, candidate], watch=watch))
        if candidate.costs:
            timed("pairs", pairs)
    finally:
        own.unpin()
        references.unpin()
    if not candidate.costs:
        return Performance(
            runtime=None, memory=None, sizes=(),
            note=f"not even size {work.sizes[0]} was done within {RUN_BUDGET_S:g} s of CPU time",
        )  # fmt: skip
    if not meetings:
        raise ProblemError(f"{problem.folder}: no reference is within its budget at any size")
    return _performance(stage, candidate, [one for _, one in rungs], meetings)


def _cores(own: Session, references: Session) -> Cores | None:
    """The cores on which both may run, if they are of one machine."""
    both = sorted(set(own.cpus) & set(references.cpus))
    if not both or own.kernel != references.kernel:
        return None
    return Cores(own.kernel, both)


def _performance(
    stage: Stage, candidate: Contender, rungs: Sequence[Contender], meetings: Sequence[Meeting]
) -> Performance:
    sizes = tuple(
        SizeResult(
            size=size,
            cpu_s=run.cpu_s,
            peak_bytes=run.peak_bytes,
            references={
                one.name: ReferenceCost(
                    cpu_s=one.costs[size].cpu_s, peak_bytes=one.costs[size].peak_bytes
                )
                for one in rungs
                if size in one.costs
            },
        )
        for size, run in sorted(candidate.costs.items())
    )
    runs = [candidate.costs[one.size] for one in sizes]
    ns = [one.size for one in sizes]
    noted = _withheld(NO_CORE) if stage.unpinned else _noted(runs)
    times = growth(ns, [max(run.cpu_s, LEAST_S) for run in runs])
    held = growth(ns, [run.peak_bytes + MEBIBYTE for run in runs])
    return Performance(
        seed=stage.work.seed,
        runtime=None if stage.unpinned else _result("runtime", meetings, times, CLOCK),
        memory=_result(
            "memory", meetings, held, CGROUP if any(run.hidden for run in runs) else PEAK,
            checked=any(run.checked for run in runs),
        ),
        sizes=sizes,
        note=noted,
        cores=() if stage.unpinned else tuple(sorted(stage.pinned)),
        withheld=("runtime",) if stage.unpinned else (),
    )  # fmt: skip


def _result(
    what: What, meetings: Sequence[Meeting], found: Growth, source: str, *, checked: bool = False
) -> CostResult:
    """The submission's place among those it met, and how its cost grows."""
    ratios = {meeting.rung.name: getattr(meeting, what) for meeting in meetings}
    shares = {meeting.rung.name: getattr(meeting.rung, what) for meeting in meetings}
    where = place(1.0, [(n, 1 / r.ratio, shares[n]) for n, r in ratios.items()], what=what)
    met = next(meeting for meeting in meetings if meeting.rung.name == where.rung)
    ratio = ratios[where.rung]
    return CostResult(
        rung=where.rung, size=met.size, share=where.share,
        ratio=ratio.ratio,
        ratio_low=ratio.low if ratio.is_known else None,
        ratio_high=ratio.high if ratio.is_known else None,
        pairs=met.pairs, source=source, checked=checked,
        growth=found.name, growth_or=found.others,
        exponent=found.exponent, exponent_low=found.low, exponent_high=found.high,
        explanation=where.explanation,
        ladder=tuple(
            Step(
                rung=m.rung.name, share=shares[m.rung.name], ratio=ratios[m.rung.name].ratio,
                size=m.size, pairs=m.pairs,
            )
            for m in meetings
        ),
    )  # fmt: skip


def _noted(runs: Sequence[Run]) -> str:
    if not any(run.hidden for run in runs):
        return ""
    most = statistics.median(run.peak_bytes for run in runs if run.hidden) / MEBIBYTE
    return (
        f"the box held far more memory than the submission's process admits ({most:.0f} MiB): "
        "the box's own maximum is what counts"
    )


def _withheld(why: str) -> str:
    return f"withheld: {why}; those marks are out of the total"
