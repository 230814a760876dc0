"""Costs over sizes → an exponent; pairs of costs → a ratio. Each with a 95 % interval. Pure."""

import math
import statistics
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

# Two-sided 95 % quantiles of Student's t for 1, 2, … degrees of freedom (any table of t).
_T95 = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
)  # fmt: skip
LEAST_SIZES = 4


class Fit(NamedTuple):
    """cost ∝ size ** exponent."""

    exponent: float
    low: float
    high: float


class Ratio(NamedTuple):
    """A ratio of costs; below 1 is better than what it is compared with."""

    ratio: float
    low: float
    high: float


def t95(freedom: int) -> float:
    """The two-sided 95 % quantile of Student's t."""
    return _T95[freedom - 1] if freedom <= len(_T95) else 1.96


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> Fit | None:
    """Slope of log cost over log size by least squares; None below four sizes."""
    if len(sizes) < LEAST_SIZES or min(costs) <= 0:
        return None
    x, y = np.log(np.asarray(sizes, float)), np.log(np.asarray(costs, float))
    (slope, intercept), *_ = np.polyfit(x, y, 1, full=True)
    residual = y - (slope * x + intercept)
    freedom = len(x) - 2
    error = math.sqrt(float(residual @ residual) / freedom / float(((x - x.mean()) ** 2).sum()))
    reach = t95(freedom) * error
    return Fit(float(slope), float(slope - reach), float(slope + reach))


def median_ratio(pairs: Sequence[tuple[float, float]]) -> Ratio:
    """Median of the pair ratios; the interval is Student's, of the mean of the log ratios.

    With the three to eleven pairs that are taken, an interval from order statistics would be the
    whole range or not exist; log ratios of interleaved runs are near enough to normal.
    """
    logs = [math.log(a / b) for a, b in pairs]
    middle = math.exp(statistics.median(logs))
    if len(logs) < 2:
        return Ratio(middle, 0.0, math.inf)
    reach = t95(len(logs) - 1) * statistics.stdev(logs) / math.sqrt(len(logs))
    mean = statistics.fmean(logs)
    return Ratio(middle, min(middle, math.exp(mean - reach)), max(middle, math.exp(mean + reach)))
