"""Costs over sizes → how they grow: a class, its rivals, an exponent with an interval. Pure.

The model is cost = a + b·g(n), neither below nothing, by least squares of the relative errors: `a`
is what a call costs at any size. For the exponent g is n**p, over all p; for the class it is one of
those named here. docs/measuring.md tells how sure a name is.
"""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from grader.ratios import t95

Array = NDArray[np.float64]

LEAST_SIZES = 5
NOISE = 0.04
"""Relative error of a cost that is believed at least: caches and allocators know no formula."""
CONSTANT = 1.25
"""What grows by less over all sizes does not grow."""
VISIBLE = 0.5
"""So much of the cost at the largest size must be the part that grows, or its form is not seen."""
WIDEST = 0.7
"""An exponent that is not known better than this has no name."""
EXPONENTS = np.arange(0.0, 4.005, 0.02)
UNCLEAR = "unclear"
CLASSES: dict[str, Callable[[Array], Array]] = {
    "1": np.ones_like,
    "log n": np.log2,
    "n": lambda n: n,
    "n log n": lambda n: n * np.log2(n),
    "n²": lambda n: n**2,
    "n² log n": lambda n: n**2 * np.log2(n),
    "n³": lambda n: n**3,
}
LOG_APART = (("1", "log n"), ("n", "n log n"), ("n²", "n² log n"))
"""Classes a factor log n apart: over a few decades of n, what caches do is as much."""


class Growth(NamedTuple):
    """How a cost grows with size; no figures where there are too few sizes."""

    name: str = UNCLEAR
    others: tuple[str, ...] = ()
    """Classes that fit about as well and are a factor log n away."""
    exponent: float | None = None
    low: float | None = None
    high: float | None = None
    """A 95 % interval of the exponent."""


def growth(sizes: Sequence[float], costs: Sequence[float]) -> Growth:
    """The class and the exponent of positive `costs` at ascending `sizes`."""
    if len(sizes) < LEAST_SIZES or min(costs) <= 0 or min(sizes) < 1:
        return Growth()
    n, y = np.asarray(sizes, float), np.asarray(costs, float)
    if max(costs) / min(costs) < CONSTANT:
        return Growth("1", ("log n",), 0.0, 0.0, _highest_unseen(n))
    exponent, low, high = _exponent(n, y)
    name, others = _name(n, y, high - low)
    return Growth(name, others, exponent, low, high)


def _highest_unseen(n: Array) -> float:
    """The largest exponent that could hide in what counts as constant."""
    return float(math.log(CONSTANT) / math.log(n[-1] / n[0]))


def _exponent(n: Array, y: Array) -> tuple[float, float, float]:
    """The exponent and its interval: every p whose fit is not clearly worse than the best."""
    errors = np.array([_fit(n**p if p else np.ones_like(n), y)[0] for p in EXPONENTS])
    within = EXPONENTS[errors <= _bound(float(errors.min()), len(n) - 3)]
    return float(EXPONENTS[errors.argmin()]), float(within[0]), float(within[-1])


def _bound(least: float, freedom: int) -> float:
    """The squared error up to which a fit is not clearly worse than one of `least`."""
    variance = max(least / freedom, NOISE**2)
    return least + t95(freedom) ** 2 * variance


def _name(n: Array, y: Array, width: float) -> tuple[str, tuple[str, ...]]:
    fits = {name: _fit(g(n), y) for name, g in CLASSES.items() if name != "1"}
    best = min(fits, key=lambda name: fits[name][0])
    bound = _bound(fits[best][0], len(n) - 2)
    rivals = [name for name in fits if name != best and fits[name][0] <= bound]
    near = next(pair for pair in (*LOG_APART, (best,)) if best in pair)
    if (
        width > WIDEST
        or fits[best][1] < VISIBLE
        or fits[best][0] > _bound(0.0, len(n) - 2) * 4
        or not set(rivals) <= set(near)
    ):
        return UNCLEAR, ()
    return best, tuple(name for name in near if name != best)


def _fit(g: Array, y: Array) -> tuple[float, float]:
    """(sum of squared relative errors, share of b·g in the last cost) of y = a + b·g, a, b ≥ 0."""
    one, grown = 1 / y, g / y  # divided by the costs, so that errors are relative
    design = np.stack([one, grown], axis=1)
    (a, b), *_ = np.linalg.lstsq(design, np.ones_like(y), rcond=None)
    if a < 0:
        a, b = 0.0, float(grown.sum() / (grown @ grown))
    elif b < 0:
        a, b = float(one.sum() / (one @ one)), 0.0
    residual = 1 - a * one - b * grown
    return float(residual @ residual), float(b * g[-1] / (a + b * g[-1]))
