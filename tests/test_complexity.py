"""Costs → ratios, classes of growth, exponents: right on what is known, unclear where it is not."""

import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.complexity import CLASSES, UNCLEAR, growth
from grader.ratios import median_ratio, once

SIZES = (250, 1000, 4000, 16000, 64000, 256000)
SHARE = 0.95
NOISE = (1.02, 0.97, 1.01, 0.99, 1.0, 1.02)


def costs(name: str, constant: float = 0.0, scale: float = 1e-6) -> list[float]:
    """Costs of a class, a little noisy, beside what a call costs at any size."""
    grown = CLASSES[name](np.asarray(SIZES, float)) * scale
    return [float(c * e + constant) for c, e in zip(grown, NOISE, strict=True)]


@pytest.mark.parametrize("name", CLASSES)
@pytest.mark.parametrize("constant", [0.0, 0.5, 10.0])
def test_a_class_is_found_again_or_a_factor_log_n_away(name: str, constant: float) -> None:
    found = growth(SIZES, costs(name, constant * CLASSES[name](np.array([250.0]))[0] * 1e-6))
    assert name in (found.name, *found.others)


@settings(deadline=None)
@given(
    st.sampled_from(list(CLASSES)),
    st.floats(1e-9, 1e3),
    st.lists(st.floats(0.9, 1.1), min_size=6, max_size=6),
)
def test_noise_never_makes_a_wrong_name(name: str, scale: float, noise: list[float]) -> None:
    found = growth(SIZES, [c * e for c, e in zip(costs(name, 0.0, scale), noise, strict=True)])
    assert found.name == UNCLEAR or name in (found.name, *found.others)


@settings(deadline=None)
@given(st.floats(0.5, 3.0), st.floats(1e-6, 1e3))
def test_an_exponent_lies_in_its_interval(power: float, factor: float) -> None:
    found = growth(SIZES, [factor * n**power * e for n, e in zip(SIZES, NOISE, strict=True)])
    assert found.exponent is not None
    assert found.low is not None
    assert found.high is not None
    assert found.low <= power + 0.01
    assert found.high >= power - 0.01
    assert found.exponent == pytest.approx(power, abs=0.1)


def test_a_power_between_the_classes_has_no_name() -> None:
    assert growth(SIZES, [1e-6 * n**1.5 for n in SIZES]).name == UNCLEAR


def test_what_is_seen_only_at_the_end_has_no_name() -> None:
    """A quadratic part that has just begun to show must not be called linear, nor anything else."""
    found = growth(SIZES, [1e-3 + 1e-14 * n**2 for n in SIZES])
    assert found.name == UNCLEAR or "n²" in (found.name, *found.others)


KNN_ROWS = {250: 0.57, 500: 1.35, 1000: 4.22, 2000: 31.24, 4000: 61.05, 8000: 248.8}
"""Measured: at 2000 the arrays are of the size at which the allocator gives each back to the kernel."""


def test_one_size_that_stands_apart_hides_no_growth() -> None:
    found = growth(list(KNN_ROWS), list(KNN_ROWS.values()))
    assert "n²" in (found.name, *found.others)
    assert found.low is not None
    assert found.high is not None
    assert found.low < 2.0 < found.high


@pytest.mark.parametrize("size", [4000, 8000])
def test_the_last_sizes_are_never_left_out(size: int) -> None:
    costs = {n: 1e-6 * n for n in KNN_ROWS} | {size: 4e-6 * size}
    assert growth(list(costs), list(costs.values())).name == UNCLEAR


def test_no_size_is_left_out_where_the_last_two_alone_would_show_the_growth() -> None:
    costs = [
        0.0457,
        0.0487,
        0.0497,
        0.0489,
        0.2041,
        1.1112,
    ]  # n², and twice that at the last but one
    assert growth(SIZES, costs).name in (UNCLEAR, "n²", "n² log n")


def test_few_sizes_give_nothing() -> None:
    assert growth([1, 2, 3, 4], [1, 2, 3, 4]) == (UNCLEAR, (), None, None, None)


@given(st.lists(st.floats(0.8, 1.25), min_size=3, max_size=11), st.floats(0.1, 10))
def test_a_ratio_lies_in_its_interval(noise: list[float], ratio: float) -> None:
    found = median_ratio([(ratio * e, 1.0) for e in noise])
    assert found.low <= found.ratio <= found.high
    assert ratio * 0.79 < found.ratio < ratio * 1.26


def test_a_single_pair_knows_no_interval() -> None:
    assert math.isinf(once(1.0, 2.0).high)
    assert not once(1.0, 2.0).is_known
    assert median_ratio([(1.0, 2.0)] * 3).is_known


def test_three_pairs_that_agree_by_chance_prove_little() -> None:
    found = median_ratio([(1.0, 1.0)] * 3)
    assert found.high - found.low > 0.02


MEASURED = json.loads(
    (Path(__file__).parent / "complexity" / "measured.json").read_text(encoding="utf-8")
)
"""Costs of labelled solutions as `make bench-complexity` found them on a busy machine."""


@pytest.mark.parametrize("name", MEASURED)
def test_no_measured_solution_is_named_wrong(name: str) -> None:
    sizes, found = zip(*MEASURED[name]["costs"], strict=True)
    named = growth(sizes, found)
    assert named.name == UNCLEAR or MEASURED[name]["class"] in (named.name, *named.others)


def test_most_measured_solutions_are_named() -> None:
    """Even there, and more than forty of them."""
    named = [growth(*zip(*one["costs"], strict=True)).name for one in MEASURED.values()]
    assert len(named) > 40
    assert sum(name != UNCLEAR for name in named) >= SHARE * len(named)


def test_only_a_size_that_is_dearer_is_left_out() -> None:
    """n² by numpy, whose large arrays get large pages: without 1,000 it looked like n log n."""
    sizes = [250, 500, 1000, 2000, 2828, 4000]
    costs = [0.81, 2.25, 3.71, 13.61, 23.85, 34.24]
    assert growth(sizes, costs).name == UNCLEAR
