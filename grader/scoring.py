"""Outcomes and measurements → marks. Pure, and explained in the words of the report.

Correctness earns its weight by the points of the tests. Runtime and memory are earned only by a
submission that is accepted, by its place on the ladder: between two references the share grows with
the logarithm of the cost, so there is no cliff to stand on either side of.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from grader.model import Marks, Performance, Score, TestResult, Verdict, Weights

PLATEAU = 1.15
"""Costs within this factor of a reference earn what the reference earns: equals score equally."""
GONE = 4.0
"""At this many times the cost of the worst reference nothing is earned."""
SAME_RUNG = 1.25


class Place(NamedTuple):
    """Where a cost stands on the ladder."""

    share: float
    rung: str
    explanation: str


def place(
    cost: float, rungs: Sequence[tuple[str, float, float]], *, what: str = "runtime"
) -> Place:
    """The place of `cost` among rungs of (name, cost, share); shares are 0 to 1, 1 the best."""
    ordered = sorted(rungs, key=lambda rung: -rung[1])
    share = _share(cost, ordered)
    rung = _named(cost, rungs)
    times = cost / rung[1]
    if times > SAME_RUNG:
        relation = f"{times:.3g} times the {what} of {rung[0]!r}, the last reference"
    elif times < 1 / SAME_RUNG:
        relation = f"{1 / times:.3g} times better than {rung[0]!r}"
    else:
        relation = f"on a par with {rung[0]!r} ({times:.2f} times its {what})"
    return Place(share, rung[0], f"{relation}: {100 * share:.0f} % of the marks")


def _named(cost: float, rungs: Sequence[tuple[str, float, float]]) -> tuple[str, float, float]:
    """The rung that a cost is said to stand on, so that no jitter changes the name.

    Of those it is on a par with, or cheaper than, the one that earns most; of equals the last of
    the ladder, for costs below it are near each other. Above them all it is the dearest.
    """
    reached = [rung for rung in rungs if cost <= rung[1] * SAME_RUNG]
    if not reached:
        return max(rungs, key=lambda rung: rung[1])
    most = max(rung[2] for rung in reached)
    return [rung for rung in reached if rung[2] == most][-1]


def _share(cost: float, worst_first: Sequence[tuple[str, float, float]]) -> float:
    """Piecewise linear in log cost through plateaus around each rung; never rises with cost."""
    points = [(math.log(worst_first[0][1] * GONE), 0.0)]  # (log cost, share), costs descending
    best = 0.0
    for _, own, share in worst_first:
        best = max(best, share)
        for edge in (own * PLATEAU, own / PLATEAU):
            points.append((min(points[-1][0], math.log(edge)), best))  # plateaus may overlap
    x = math.log(max(cost, 1e-12))
    if x >= points[0][0]:
        return 0.0
    for (right, low), (left, high) in pairwise(points):
        if left <= x < right:
            return low + (high - low) * (right - x) / (right - left)
    return points[-1][1]


def total(
    tests: Sequence[TestResult],
    weights: Weights,
    performance: Performance | None,
    *,
    has_ladder: bool,
) -> Score:
    """The marks out of 100. Without a ladder correctness is worth all of them.

    What `performance` withholds, since the machine could not measure it, is out of the total.
    """
    correct, runtime, memory = weights.correctness, weights.runtime, weights.memory
    if not has_ladder:
        correct, runtime, memory = 100.0, 0.0, 0.0
    elif performance is not None:
        runtime = 0.0 if "runtime" in performance.withheld else runtime
        memory = 0.0 if "memory" in performance.withheld else memory
    available = sum(test.max_points for test in tests)
    earned = sum(test.points for test in tests)
    accepted = bool(tests) and all(test.verdict is Verdict.ACCEPTED for test in tests)
    parts = [Marks(points=_tenth(correct * earned / available if available else 0.0), max=correct)]
    for weight, cost in (
        (runtime, performance.runtime if performance else None),
        (memory, performance.memory if performance else None),
    ):
        share = cost.share if cost is not None and accepted else 0.0
        parts.append(Marks(points=_tenth(weight * share), max=weight))
    return Score(
        total=_tenth(sum(part.points for part in parts)),
        max=_tenth(sum(part.max for part in parts)),
        correctness=parts[0], runtime=parts[1], memory=parts[2],
    )  # fmt: skip


def _tenth(points: float) -> float:
    return round(points + 1e-9, 1)
