"""Pairs of costs → their ratio with a 95 % interval. Pure."""

import math
import statistics
from collections.abc import Sequence
from typing import NamedTuple

# Two-sided 95 % quantiles of Student's t for 1, 2, … degrees of freedom (any table of t).
_T95 = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
)  # fmt: skip
NOISE = 0.01
"""No two runs are alike to less than this: three that are by chance prove nothing better."""


class Ratio(NamedTuple):
    """A ratio of costs; below 1 is better than what it is compared with."""

    ratio: float
    low: float
    high: float

    @property
    def is_known(self) -> bool:
        """Whether more than one pair stands behind it."""
        return math.isfinite(self.high)


def t95(freedom: int) -> float:
    """The two-sided 95 % quantile of Student's t."""
    return _T95[freedom - 1] if freedom <= len(_T95) else 1.96


def once(a: float, b: float) -> Ratio:
    """The ratio of a single pair, of which no interval is known."""
    return Ratio(a / b, 0.0, math.inf)


def median_ratio(pairs: Sequence[tuple[float, float]], *, noise: float = NOISE) -> Ratio:
    """Median of the pair ratios; the interval is Student's, of the mean of the log ratios.

    With the three to eleven pairs that are taken, an interval from order statistics would be the
    whole range or not exist; log ratios of interleaved runs are near enough to normal. `noise` is
    the least standard deviation that is believed.
    """
    logs = [math.log(a / b) for a, b in pairs]
    middle = math.exp(statistics.median(logs))
    if len(logs) < 2:
        return Ratio(middle, 0.0, math.inf)
    spread = max(noise, statistics.stdev(logs))
    reach = t95(len(logs) - 1) * spread / math.sqrt(len(logs))
    mean = statistics.fmean(logs)
    return Ratio(middle, min(middle, math.exp(mean - reach)), max(middle, math.exp(mean + reach)))
