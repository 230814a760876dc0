"""Marks: they add up, they never reward a higher cost, and equals score equally."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.model import CostResult, Performance, TestResult, Verdict, Weights
from grader.scoring import place, total
from grader.verdicts import worst

LADDER = [("loops", 1.0, 0.2), ("rows", 0.1, 0.7), ("matmul", 0.02, 1.0)]
costs = st.floats(1e-6, 1e3)


def outcome(verdict: Verdict, points: float = 2.0) -> TestResult:
    earned = points if verdict is Verdict.ACCEPTED else 0.0
    return TestResult(
        name="t", title="T", hidden=True, points=earned, max_points=points, verdict=verdict
    )


def performance(share: float) -> Performance:
    cost = CostResult(rung="r", size=1, share=share, ratio=1, ratio_low=1, ratio_high=1)
    return Performance(runtime=cost, memory=cost, sizes=())


@given(costs, st.floats(1.0, 100.0))
def test_a_higher_cost_never_earns_more(cost: float, factor: float) -> None:
    assert place(cost * factor, LADDER).share <= place(cost, LADDER).share + 1e-12


@given(costs)
def test_there_is_no_cliff(cost: float) -> None:
    near = place(cost * 1.01, LADDER).share
    assert abs(place(cost, LADDER).share - near) < 0.03


@given(st.lists(st.tuples(costs, st.floats(0, 1)), min_size=1, max_size=5), costs)
def test_shares_stay_between_0_and_1(rungs: list[tuple[float, float]], cost: float) -> None:
    found = place(cost, [(str(i), c, s) for i, (c, s) in enumerate(rungs)])
    assert 0 <= found.share <= 1
    assert found.explanation


@pytest.mark.parametrize(("name", "cost", "share"), LADDER)
@pytest.mark.parametrize("noise", [0.9, 1.0, 1.1])
def test_on_a_par_earns_what_the_reference_earns(
    name: str, cost: float, share: float, noise: float
) -> None:
    found = place(cost * noise, LADDER)
    assert found.rung == name
    assert found.share == pytest.approx(share)


def test_far_below_the_ladder_nothing_is_earned() -> None:
    assert place(5.0, LADDER).share == 0


@given(st.lists(st.sampled_from(list(Verdict)), min_size=1), st.floats(0, 1))
def test_parts_add_up(verdicts: list[Verdict], share: float) -> None:
    tests = [outcome(verdict) for verdict in verdicts]
    score = total(tests, Weights(), performance(share), has_ladder=True)
    parts = (score.correctness, score.runtime, score.memory)
    assert score.total == pytest.approx(sum(part.points for part in parts))
    assert score.max == pytest.approx(100)
    assert all(0 <= part.points <= part.max for part in parts)
    if worst(verdicts) is not Verdict.ACCEPTED:
        assert score.runtime.points == score.memory.points == 0


def test_without_a_ladder_correctness_is_everything() -> None:
    score = total([outcome(Verdict.ACCEPTED)], Weights(), None, has_ladder=False)
    assert (score.total, score.max, score.correctness.max) == (100, 100, 100)


@pytest.mark.parametrize(
    ("parts", "most"), [((), 100), (("runtime",), 75), (("runtime", "memory"), 60)]
)
def test_what_cannot_be_measured_is_out_of_the_total(parts: tuple[Any, ...], most: float) -> None:
    made = msgspec.structs.replace(performance(1.0), withheld=parts)
    score = total([outcome(Verdict.ACCEPTED)], Weights(), made, has_ladder=True)
    assert (score.total, score.max) == (most, most)


def test_the_worst_verdict_counts() -> None:
    assert worst([Verdict.ACCEPTED, Verdict.WRONG_ANSWER, Verdict.TIME_LIMIT_EXCEEDED]) is (
        Verdict.TIME_LIMIT_EXCEEDED
    )
    assert worst([]) is Verdict.JUDGE_ERROR


def test_of_alike_rungs_the_one_that_earns_more_is_named() -> None:
    """Which of two equals measured a hair less must not change the name."""
    for jitter in (0.97, 1.03):
        rungs = [("loops", 1.0, 1.0), ("rows", jitter, 1.0), ("matmul", 4.0, 0.9)]
        assert place(1.0, rungs).rung == "rows"
        assert place(1.0, [("a", 1.0, 0.4), ("b", jitter, 0.5)]).rung == "b"
    for near in (0.78, 0.82, 0.9):  # another that is nearly a par must not take the name
        assert place(1.0, [("loops", near, 1.0), ("rows", 1.03, 1.0)]).rung == "rows"


@pytest.mark.parametrize("jitter", [0.7, 0.79, 0.81, 1.0, 1.1, 1.2])
def test_a_cost_below_rungs_that_earn_as_much_is_named_after_the_last(jitter: float) -> None:
    rungs = [("loops", 1.65, 1.0), ("rows", 2.2, 1.0), ("matmul", 6.0, 0.9)]
    assert place(1.65 * jitter, rungs).rung == "rows"
    assert place(6.0 * jitter, rungs).rung == "matmul"


@given(costs, st.lists(st.tuples(costs, st.floats(0, 1)), min_size=1, max_size=5))
def test_a_named_rung_is_one_that_was_met_or_the_last(
    cost: float, found: list[tuple[float, float]]
) -> None:
    rungs = [(str(i), own, share) for i, (own, share) in enumerate(found)]
    named = next(rung for rung in rungs if rung[0] == place(cost, rungs).rung)
    dearest = max(own for _, own, _ in rungs)
    assert cost <= 1.25 * named[1] or named[1] == dearest
