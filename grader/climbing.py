"""Everybody at each size, from the smallest on, as far as each one's budget goes."""

import math
from collections.abc import Sequence
from itertools import pairwise

from grader.complexity import UNCLEAR, growth
from grader.contenders import CANDIDATE, LEAST_S, Contender, Run, Stage, Watch, nobody
from grader.errors import ProblemError

RUN_BUDGET_S = 1.5
"""CPU time of one run; who needs more at a size is left out of it and of the larger ones."""
NEXT_BUDGET_S = 0.6
"""Who is expected to need more than this at the next size is not tried there."""
REPEATED_S = 0.06
"""Runs of the submission are repeated up to so much CPU time at a size, and the shortest counts:
what disturbs a run only ever lengthens it."""
REPEATS = 5
TWICE_S = 0.25
"""A run that is no longer than this is made at least twice."""
STEEPEST = 4.0
ENOUGH_SIZES, MOST_SIZES = 6, 8
RANGE = 16
"""So many times the smallest is the largest size, if there is any way."""
PASSES = 3
LEAST_SIZE = 8
CLEAR_S = 0.002
"""Below a run as short as this, smaller sizes show what a call costs, and no growth."""


def climb(
    stage: Stage,
    contenders: Sequence[Contender],
    *,
    repeated: str = CANDIDATE,
    watch: Watch = nobody,
) -> None:
    """Run `contenders`, the best reference first, at each size; `costs` of each are filled.

    It ends where the one called `repeated` is out, if it takes part. Its runs are repeated but at
    the last size: there pairs follow, of which the turn that `stage.first` keeps is the first.

    Raises:
        as `Stage.turn`.
    """
    sizes = stage.work.sizes
    main = next((one for one in contenders if one.name == repeated), None)
    for index, size in enumerate(sizes):
        order = [one for one in contenders if not one.out]
        if (main is not None and main.out) or not order:
            break
        found = stage.turn(stage.inputs(size), order, RUN_BUDGET_S, watch)
        for one in order:
            if one.name in found and not one.out:
                one.costs[size] = found[one.name]
        stage.first[size] = found
        following = sizes[min(index + 1, len(sizes) - 1)]
        for one in order:
            if size in one.costs:
                one.out = expected_at(one, following) > NEXT_BUDGET_S
        is_last = size == sizes[-1] or (main is not None and main.out)
        if main is not None and size in main.costs and not (is_last and len(found) > 1):
            main.costs[size] = again(stage, main, size, watch)
        watch(size, "measured" if main is None or size in main.costs else "out of budget")
    if main is not None:
        _fill(stage, main, contenders, watch)
        _clear_up(stage, main, watch)


def _fill(stage: Stage, one: Contender, contenders: Sequence[Contender], watch: Watch) -> None:
    """More sizes for one that reached few: smaller ones, then some between, to see how it grows."""
    while 0 < len(one.costs) < ENOUGH_SIZES or (
        0 < len(one.costs) < MOST_SIZES and max(one.costs) < RANGE * min(one.costs)
    ):
        least = min(one.costs)
        size = least // 2
        if size < LEAST_SIZE or one.costs[least].cpu_s < CLEAR_S:
            size = _between(sorted(one.costs))
        if size in one.costs or not _tried(stage, one, contenders, size, watch):
            return


def _clear_up(stage: Stage, one: Contender, watch: Watch) -> None:
    """Where no growth can be named, one more run at each size that is cheap: noise may be why."""
    for _ in range(PASSES):
        known = sorted(one.costs.items())
        costs = [max(run.cpu_s, LEAST_S) for _, run in known]
        if growth([size for size, _ in known], costs).name != UNCLEAR:
            return
        for size, run in known:
            if run.cpu_s < TWICE_S:
                found = stage.once_more(one, size, RUN_BUDGET_S, watch)
                if found is not None:
                    one.costs[size] = shortest([run, found])


def _between(sizes: list[int]) -> int:
    """The middle of the widest gap; a size that is there already where there is none."""
    if len(sizes) < 2:
        return sizes[0]
    low, high = max(pairwise(sizes), key=lambda pair: (pair[1] / pair[0], pair[1]))
    return round(math.sqrt(low * high))


def _tried(
    stage: Stage, one: Contender, contenders: Sequence[Contender], size: int, watch: Watch
) -> bool:
    """Whether it ran at a size beside the workload's own, after the best reference there."""
    others = (other for other in contenders if other is not one and other.costs)
    best = next((other for other in others if max(other.costs) >= size), None)
    order = [one] if best is None else [best, one]
    try:
        inputs = stage.inputs(size)
    except Exception:  # a workload need not know sizes that it does not name
        return False
    try:
        found = stage.turn(inputs, order, RUN_BUDGET_S, watch)
    except ProblemError:  # nor need a reference
        return False
    if one.name not in found:
        return False
    one.costs[size] = found[one.name]
    one.costs[size] = again(stage, one, size, watch)
    return True


def again(stage: Stage, one: Contender, size: int, watch: Watch) -> Run:
    """The shortest of its run at `size` and some more, where they are cheap."""
    runs = [one.costs[size]]
    while len(runs) < REPEATS and sum(run.cpu_s for run in runs) < (
        REPEATED_S if len(runs) > 1 else TWICE_S
    ):
        found = stage.once_more(one, size, RUN_BUDGET_S, watch)
        if found is None:
            break
        runs.append(found)
    return shortest(runs)


def shortest(runs: Sequence[Run]) -> Run:
    """The least runtime, and the most memory, of runs at one size."""
    return runs[0]._replace(
        cpu_s=min(run.cpu_s for run in runs),
        peak_bytes=max(run.peak_bytes for run in runs),
        checked=any(run.checked for run in runs),
        hidden=any(run.hidden for run in runs),
    )


def expected_at(one: Contender, size: int) -> float:
    """CPU seconds at a larger size, if it goes on growing as it did, and at least linearly."""
    known = sorted(s for s in one.costs if s <= size)
    last = known[-1]
    slope = 1.0
    if len(known) > 1 and one.costs[known[-2]].cpu_s > LEAST_S:
        before = known[-2]
        grown = max(one.costs[last].cpu_s, LEAST_S) / one.costs[before].cpu_s
        slope = min(max(1.0, math.log(grown) / math.log(last / before)), STEEPEST)
    return float(one.costs[last].cpu_s * (size / last) ** slope)
