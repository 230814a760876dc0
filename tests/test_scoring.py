"""Marks: they add up, they never reward a higher cost, and equals score equally."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.complexity import exponent, median_ratio
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
    withheld = total(
        [outcome(Verdict.ACCEPTED)], Weights(), None, has_ladder=True, withheld=True
    )  # fmt: skip
    assert (withheld.total, withheld.max) == (60, 60)
    score = total([outcome(Verdict.ACCEPTED)], Weights(), None, has_ladder=False)
    assert (score.total, score.max, score.correctness.max) == (100, 100, 100)


def test_the_worst_verdict_counts() -> None:
    assert worst([Verdict.ACCEPTED, Verdict.WRONG_ANSWER, Verdict.TIME_LIMIT_EXCEEDED]) is (
        Verdict.TIME_LIMIT_EXCEEDED
    )
    assert worst([]) is Verdict.JUDGE_ERROR


@given(st.floats(0.0, 3.0), st.floats(1e-6, 1e3))
def test_an_exponent_is_found_again(power: float, factor: float) -> None:
    sizes = [100, 200, 400, 800, 1600]
    noise = [1.02, 0.97, 1.01, 0.99, 1.0]
    fit = exponent(sizes, [factor * n**power * e for n, e in zip(sizes, noise, strict=True)])
    assert fit is not None
    assert fit.low < power < fit.high
    assert fit.exponent == pytest.approx(power, abs=0.05)


def test_few_sizes_give_no_exponent() -> None:
    assert exponent([1, 2, 3], [1, 2, 3]) is None


@given(st.lists(st.floats(0.8, 1.25), min_size=3, max_size=11), st.floats(0.1, 10))
def test_a_ratio_lies_in_its_interval(noise: list[float], ratio: float) -> None:
    found = median_ratio([(ratio * e, 1.0) for e in noise])
    assert found.low <= found.ratio <= found.high
    assert ratio * 0.79 < found.ratio < ratio * 1.26
    assert math.isinf(median_ratio([(1.0, 1.0)]).high)
