"""Runtime and memory of a submission against the problem's references, run side by side.

Each run is a case of its own: fresh child, import, one call, end. Its cost is what the worker
measured from outside, less that of an empty function called with the same arguments, so decoding
arguments is not charged. First one run of everybody at each size, as far as each one's budget goes;
then, at the largest size that the submission reached, interleaved pairs with the references.
"""

import secrets
import statistics
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from grader.answers import Answer, close
from grader.complexity import exponent, median_ratio
from grader.errors import ProblemError
from grader.model import (
    Cost,
    CostResult,
    Frozen,
    Limits,
    Performance,
    Problem,
    ReferenceCost,
    Rung,
    SizeResult,
    Step,
)
from grader.resources import load_module
from grader.scoring import place
from grader.session import (
    CandidateMisfit,
    CandidateRaised,
    CandidateStopped,
    Session,
    Unanswerable,
)

RUN_BUDGET_S = 1.5
"""CPU time of one run; who needs more at a size is left out of it and of the larger ones."""
PAIR_BUDGET_S = 4.5
"""The same in the pairs: who came that far is not thrown out by a noisy moment."""
NEXT_BUDGET_S = 0.6
"""Who is expected to need more than this at the next size is not tried there."""
MIN_PAIRS, MAX_PAIRS = 3, 11
FAR_FROM_BOUNDARY = 1.5
SHORT_RUN_S = 0.015
LEAST_S = 1e-4
"""CPU times are compared from here on: below is the clock's own noise."""
PAIRS_BUDGET_S = 4.0
MEBIBYTE = float(1 << 20)
"""Added to every peak: below is the allocator's own noise."""


class Workload(Frozen, frozen=True, kw_only=True):
    """A loaded `workload.py`."""

    function: str
    sizes: tuple[int, ...]
    make: Callable[[int, np.random.Generator], tuple[Any, ...]]
    same: Callable[[Any, Any], bool]
    seed: int
    """Of the inputs of this grading: who could guess them would compute the answers beforehand."""


class WrongOnLargeInput(Exception):
    """The submission passed the tests, and failed on a measured input."""

    def __init__(self, size: int, what: str) -> None:
        super().__init__(what)
        self.size = size
        self.what = what


def load_workload(problem: Problem) -> Workload:
    """The problem's workload.

    Raises:
        ProblemError: it cannot be loaded, or lacks something.
    """
    path = problem.folder / "workload.py"
    try:
        module = load_module(path, "grader_workload")
        sizes = tuple(int(size) for size in module.SIZES)
        function = str(module.FUNCTION)
        make = module.make
    except Exception as error:
        raise ProblemError(f"{path}: {type(error).__name__}: {error}") from None
    if len(sizes) < 5 or list(sizes) != sorted(set(sizes)) or sizes[0] < 1:
        raise ProblemError(f"{path}: SIZES: expected at least five ascending whole numbers")
    if function not in {entry.name for entry in problem.entries}:
        raise ProblemError(f"{path}: FUNCTION: problem.toml has no function {function!r}")
    same = getattr(module, "same", lambda expected, actual: bool(Answer(actual) == close(expected)))
    return Workload(function=function, sizes=sizes, make=make, same=same, seed=secrets.randbits(48))


class Runner:
    """One contender: a session to run in, a source, and what it cost at each size."""

    def __init__(self, name: str, session: Session, source: str) -> None:
        self.name = name
        self.session = session
        self.source = source
        self.costs: dict[int, Cost] = {}
        self.out = False

    def run(
        self, problem: Problem, function: str, args: tuple[Any, ...], budget_s: float = RUN_BUDGET_S
    ) -> tuple[Any, Cost]:
        limits = Limits(
            cpu_s=budget_s, import_s=problem.limits.import_s,
            memory_bytes=problem.limits.memory_bytes, output_bytes=64 * 1024**2,
        )  # fmt: skip
        self.session.begin(self.source, problem, limits)
        try:
            reply = self.session.call(None, function, args, watch=False)
        finally:
            self.session.end()
        return reply.value, reply.cost

    def expected_next(self, size: int, following: int) -> float:
        """CPU seconds at the next size, if it goes on growing as it did (at least linearly)."""
        known = sorted(s for s in self.costs if s <= size)
        slope = 1.0
        if len(known) > 1 and self.costs[known[-2]].cpu_s > LEAST_S:
            before, now = known[-2], known[-1]
            grown = self.costs[now].cpu_s / self.costs[before].cpu_s
            slope = max(1.0, float(np.log(max(grown, 1e-9)) / np.log(now / before)))
        return float(self.costs[size].cpu_s * (following / size) ** min(slope, 4.0))


def measure(
    problem: Problem,
    source: str,
    own: Session,
    references: Session,
    *,
    watch: Callable[[int, str], None] = lambda _size, _note: None,
) -> Performance:
    """Measure `source` in its box `own`, the ladder in the box `references`.

    Raises:
        WrongOnLargeInput: an answer was wrong, or there was none though the budget allowed it.
        ProblemError: a reference fails, or disagrees with the best one.
        SandboxFault: a box is gone.
    """
    work = load_workload(problem)
    candidate = Runner("candidate", own, source)
    rungs = [Runner(r.name, references, rung_source(problem, r)) for r in problem.ladder]
    empty = Runner("empty", references, empty_source(problem, work.function))
    for index, size in enumerate(work.sizes):
        if candidate.out:
            break
        args = work.make(size, np.random.default_rng([work.seed, size, 0]))
        base = cheapest([empty.run(problem, work.function, args)[1] for _ in range(2)])
        answer: Any = None
        for runner in [*reversed(rungs), candidate]:  # the best reference gives the answer
            if runner.out:
                continue
            value = attempt(runner, problem, work, size, args, base)
            if runner.out:
                continue
            if answer is None:
                answer = value
            elif not work.same(answer, value):
                if runner is candidate:
                    raise WrongOnLargeInput(size, "its answer differs from the references'")
                raise ProblemError(
                    f"{problem.folder}: reference {runner.name!r} disagrees at size {size}"
                )
            following = work.sizes[min(index + 1, len(work.sizes) - 1)]
            runner.out = runner.expected_next(size, following) > NEXT_BUDGET_S
        watch(size, "out of budget" if size not in candidate.costs else "measured")
    sizes = tuple(
        SizeResult(
            size=size,
            cpu_s=candidate.costs[size].cpu_s,
            peak_bytes=candidate.costs[size].peak_bytes,
            references={
                r.name: ReferenceCost(
                    cpu_s=r.costs[size].cpu_s, peak_bytes=r.costs[size].peak_bytes
                )
                for r in rungs
                if size in r.costs
            },
        )
        for size in work.sizes
        if size in candidate.costs
    )
    if not sizes:
        return Performance(
            runtime=None, memory=None, sizes=(),
            note=f"not even size {work.sizes[0]} was done within {RUN_BUDGET_S:g} s of CPU time",
        )  # fmt: skip
    return _compare(problem, work, candidate, rungs, empty, sizes, watch)


def attempt(
    runner: Runner,
    problem: Problem,
    work: Workload,
    size: int,
    args: tuple[Any, ...],
    base: Cost,
    budget_s: float = RUN_BUDGET_S,
) -> Any:
    """One run; over its budget, the runner is out. Its net cost is kept."""
    try:
        value, cost = runner.run(problem, work.function, args, budget_s)
    except CandidateStopped as stopped:
        if stopped.ending.kind in ("cpu", "wall", "memory"):
            runner.out = True
            return None
        raise _failed(runner, problem, size, f"it stopped: {stopped.ending.kind}") from None
    except CandidateRaised as error:
        if "MemoryError" in error.kinds:
            runner.out = True
            return None
        what = f"it raised {error.type_name}: {error.text}"
        raise _failed(runner, problem, size, what) from None
    except (CandidateMisfit, Unanswerable) as error:
        raise _failed(runner, problem, size, str(error)) from None
    runner.costs[size] = _net(cost, base)
    return value


def _failed(runner: Runner, problem: Problem, size: int, what: str) -> Exception:
    if runner.name == "candidate":
        return WrongOnLargeInput(size, what)
    return ProblemError(f"{problem.folder}: reference {runner.name!r} at size {size}: {what}")


def _compare(
    problem: Problem,
    work: Workload,
    candidate: Runner,
    rungs: Sequence[Runner],
    empty: Runner,
    sizes: tuple[SizeResult, ...],
    watch: Callable[[int, str], None],
) -> Performance:
    """Pairs with each reference that reached the candidate's largest size; the share of each."""
    common = [s.size for s in sizes if s.references]
    if not common:
        raise ProblemError(f"{problem.folder}: no reference is within its budget at any size")
    size = common[-1]
    present = [r for r in rungs if size in r.costs]
    for runner in [candidate, *present]:
        runner.out = False
    shares = {rung.name: rung for rung in problem.ladder}
    pairs: dict[str, list[tuple[float, float]]] = {r.name: [] for r in present}
    peaks: dict[str, list[int]] = {r.name: [] for r in [candidate, *present]}
    own: list[float] = []
    spent = 0.0
    for turn in range(MAX_PAIRS):
        args = work.make(size, np.random.default_rng([work.seed, size, 1 + turn]))
        base = empty.run(problem, work.function, args)[1]
        order = [candidate, *present] if turn % 2 == 0 else [*reversed(present), candidate]
        values = {r.name: attempt(r, problem, work, size, args, base, PAIR_BUDGET_S) for r in order}
        if any(runner.out for runner in order):
            break  # at the edge of the budget: what was measured so far counts
        costs = {runner.name: runner.costs[size] for runner in order}
        mine = max(costs["candidate"].cpu_s, LEAST_S)
        own.append(mine)
        peaks["candidate"].append(costs["candidate"].peak_bytes)
        for runner in present:
            if not work.same(values[present[-1].name], values["candidate"]):
                raise WrongOnLargeInput(size, "its answer differs from the references'")
            pairs[runner.name].append((mine, max(costs[runner.name].cpu_s, LEAST_S)))
            peaks[runner.name].append(costs[runner.name].peak_bytes)
        watch(size, f"pair {turn + 1}")
        spent += sum(cost.cpu_s for cost in costs.values())
        ratios = [statistics.median(a / b for a, b in p) for p in pairs.values()]
        near = any(1 / FAR_FROM_BOUNDARY < ratio < FAR_FROM_BOUNDARY for ratio in ratios)
        long = max(own) >= SHORT_RUN_S
        wanted = MIN_PAIRS if long and not near else 5 if long else MAX_PAIRS
        if turn + 1 >= wanted or (turn + 1 >= MIN_PAIRS and spent > PAIRS_BUDGET_S):
            break
    if not own:  # not one pair within the budget: the first runs are all there is
        own = [max(candidate.costs[size].cpu_s, LEAST_S)]
        pairs = {r.name: [(own[0], max(r.costs[size].cpu_s, LEAST_S))] for r in present}
        peaks = {r.name: [r.costs[size].peak_bytes] for r in [candidate, *present]}
    times = {name: median_ratio(values) for name, values in pairs.items()}
    cost = statistics.median(own)
    reached = [shares[r.name] for r in present]
    runtime = place(
        cost, [(r.name, cost / times[r.name].ratio, r.runtime) for r in reached], what="runtime"
    )
    hunger = {name: float(statistics.median(found)) for name, found in peaks.items()}
    memory = place(
        hunger["candidate"] + MEBIBYTE,
        [(r.name, hunger[r.name] + MEBIBYTE, r.memory) for r in _by_hunger(reached, hunger)],
        what="memory",
    )
    ns = [s.size for s in sizes]
    fit = exponent(ns, [max(s.cpu_s, LEAST_S) for s in sizes])
    against = times[runtime.rung]
    eaten = {
        r.name: (hunger["candidate"] + MEBIBYTE) / (hunger[r.name] + MEBIBYTE) for r in reached
    }
    ratio = eaten[memory.rung]
    return Performance(
        seed=work.seed,
        runtime=CostResult(
            rung=runtime.rung, size=size, share=runtime.share,
            ratio=against.ratio,
            ratio_low=against.low if len(own) > 1 else None,
            ratio_high=against.high if len(own) > 1 else None,
            exponent=fit.exponent if fit else None,
            exponent_low=fit.low if fit else None,
            exponent_high=fit.high if fit else None,
            explanation=runtime.explanation,
            ladder=tuple(
                Step(rung=r.name, share=r.runtime, ratio=times[r.name].ratio) for r in reached
            ),
        ),
        memory=CostResult(
            rung=memory.rung, size=size, share=memory.share, ratio=ratio, ratio_low=ratio,
            ratio_high=ratio, explanation=memory.explanation,
            ladder=tuple(Step(rung=r.name, share=r.memory, ratio=eaten[r.name]) for r in reached),
        ),
        sizes=sizes,
    )  # fmt: skip


def _by_hunger(rungs: list[Rung], hunger: dict[str, float]) -> list[Rung]:
    return sorted(rungs, key=lambda rung: -hunger[rung.name])


def _net(cost: Cost, base: Cost) -> Cost:
    return Cost(
        cpu_s=max(0.0, cost.cpu_s - base.cpu_s),
        wall_s=max(0.0, cost.wall_s - base.wall_s),
        peak_bytes=max(0, cost.peak_bytes - base.peak_bytes),
    )


def cheapest(costs: list[Cost]) -> Cost:
    return min(costs, key=lambda cost: cost.cpu_s)


def rung_source(problem: Problem, rung: Rung) -> str:
    return (problem.folder / rung.file).read_text(encoding="utf-8")


def empty_source(problem: Problem, function: str) -> str:
    """A function that takes the arguments and does nothing; what else is asked for, it has too."""
    lines = []
    for entry in problem.entries:
        parameters = ", ".join(f"{name}=None" for name in entry.parameters)
        if entry.is_class:
            methods = "; ".join(f"{m} = lambda *a, **k: None" for m in entry.methods) or "pass"
            lines.append(
                f"class {entry.name}:\n    def __init__(self, {parameters}): pass\n    {methods}"
            )
        else:
            lines.append(f"def {entry.name}({parameters}): return None")
    return "\n".join(lines) + "\n"
