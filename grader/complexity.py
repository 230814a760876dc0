"""Costs over sizes → how they grow: a class, its rivals, an exponent with an interval. Pure.

The model is cost = a + b·g(n), neither below nothing, by least squares of the relative errors: `a`
is what a call costs at any size. For the exponent g is n**p, over all p; for the class it is one of
those named here. Where none can be named, one size may be left out: an allocator that gives memory
back and asks for it again at just that size costs twice, and is no growth. docs/measuring.md tells
how sure a name is.
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
POOR = 0.3
"""A fit whose relative errors are larger (root mean square) fits nothing."""
BELOW, ABOVE = 0.3, 0.4
"""How far from a family's power the exponent may lie; above, since a logarithm adds to it."""
TAIL = 0.45
"""How far from it the slope between the last sizes may be."""
GROWN = 2.0
"""Where a size is left out, three others must show the growth: so many times the least cost."""
DEARER = 0.3
"""That size must cost so much more than the others say: no allocator makes it cheaper."""
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
FAMILIES: tuple[tuple[int, tuple[str, ...]], ...] = (
    (0, ("1", "log n")), (1, ("n", "n log n")), (2, ("n²", "n² log n")), (3, ("n³",)),
)  # fmt: skip
"""Power and classes: a factor log n apart is, over a few decades of n, what caches do too."""


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
    found = _named(n, y)
    if found.name == UNCLEAR and len(sizes) > LEAST_SIZES:
        apart = _worst_fitting(n, y)
        m, z = np.delete(n, apart), np.delete(y, apart)
        without = _named(m, z)
        dearer = _beyond(m, z, n[apart], y[apart]) > DEARER
        if dearer and without.name != UNCLEAR and z[-3] > GROWN * z.min():
            return without
    return found


def _named(n: Array, y: Array) -> Growth:
    exponent, low, high = _exponent(n, y)
    return Growth(*_name(n, y, exponent, low, high), exponent, low, high)


def _worst_fitting(n: Array, y: Array) -> int:
    """The size without which the others fit best; none of the last two, which show the growth."""
    rest = [(np.delete(n, i), np.delete(y, i)) for i in range(len(n) - 2)]
    errors = [min(_fit(m**p, z)[0] for p in EXPONENTS) for m, z in rest]
    return int(np.argmin(errors))


def _beyond(n: Array, y: Array, size: float, cost: float) -> float:
    """The share of `cost` at `size` that the others do not explain; below 0 where it is cheaper."""
    power = min(EXPONENTS, key=lambda p: _fit(n**p, y)[0])
    a, b = _solved(n**power, y)
    return float(1 - (a + b * size**power) / cost)


def _highest_unseen(n: Array) -> float:
    """The largest exponent that could hide in what counts as constant."""
    return round(float(math.log(CONSTANT) / math.log(n[-1] / n[0])), 2)


def _exponent(n: Array, y: Array) -> tuple[float, float, float]:
    """The exponent and its interval: every p whose fit is not clearly worse than the best."""
    errors = np.array([_fit(n**p if p else np.ones_like(n), y)[0] for p in EXPONENTS])
    freedom = len(n) - 3
    variance = max(float(errors.min()) / freedom, NOISE**2)
    within = EXPONENTS[errors <= errors.min() + t95(freedom) ** 2 * variance]
    found = (EXPONENTS[errors.argmin()], within[0], within[-1])
    exponent, low, high = (round(float(one), 2) for one in found)
    return exponent, low, high


def _name(
    n: Array, y: Array, exponent: float, low: float, high: float
) -> tuple[str, tuple[str, ...]]:
    """The class within the family whose power, alone among all, agrees with the costs."""
    tail = float(np.polyfit(np.log(n[-3:]), np.log(y[-3:]), 1)[0])
    for power, family in FAMILIES:
        if not power - BELOW <= exponent <= power + ABOVE:
            continue
        fits = {name: _fit(CLASSES[name](n), y) for name in family}
        best = min(fits, key=lambda name: fits[name][0])
        alone = power - 1 + ABOVE < low and high < power + 1 - BELOW
        seen = fits[best][1] >= VISIBLE or best == "1"
        fine = fits[best][0] <= len(n) * POOR**2
        if alone and seen and fine and abs(tail - power) <= TAIL:
            return best, tuple(name for name in family if name != best)
    return UNCLEAR, ()


def _fit(g: Array, y: Array) -> tuple[float, float]:
    """(sum of squared relative errors, share of b·g in the last cost) of y = a + b·g."""
    a, b = _solved(g, y)
    residual = 1 - (a + b * g) / y
    return float(residual @ residual), float(b * g[-1] / (a + b * g[-1]))


def _solved(g: Array, y: Array) -> tuple[float, float]:
    """The a, b ≥ 0 of y = a + b·g with the least squares of relative errors."""
    one, grown = 1 / y, g / y  # divided by the costs, so that errors are relative
    design = np.stack([one, grown], axis=1)
    (a, b), *_ = np.linalg.lstsq(design, np.ones_like(y), rcond=None)
    if a < 0:
        a, b = 0.0, float(grown.sum() / (grown @ grown))
    elif b < 0:
        a, b = float(one.sum() / (one @ one)), 0.0
    return float(a), float(b)
