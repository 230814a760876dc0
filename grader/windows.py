"""Is a tolerance where it should be: far above correct solutions, far below wrong ones? Pure.

Each correct sample tells, for each test, how far its answers were off in units of the tolerance;
the farthest is the spread of the correct. Each wrong sample that a comparison of the test refused
tells the same; the nearest of them is where the wrong begin. Between the two lies the window.
"""

import math
from collections.abc import Iterable, Sequence

from grader.model import Frozen, Verdict

NARROWEST = 1000.0
LEAST = 1e-10
"""Spread below which correct solutions count as equal: a float's last digit at rtol 1e-6."""


class Distance(Frozen, frozen=True, kw_only=True):
    """What the comparisons of one test said of one sample, in tolerances."""

    sample: str
    verdict: str
    """Of the sample as a whole."""
    test: str
    within: float
    """The farthest answer that was near enough."""
    beyond: float | None
    """The nearest that was not; None where none was refused for its distance."""


class Window(Frozen, frozen=True, kw_only=True):
    """One test's window; `width` is infinite where no wrong sample came near at all."""

    test: str
    spread: float
    nearest: float
    sample: str
    """The wrong sample that came nearest."""

    @property
    def width(self) -> float:
        """How many times farther off the nearest wrong answer is than the correct ones."""
        return self.nearest / max(self.spread, LEAST)


def windows(distances: Iterable[Distance]) -> list[Window]:
    """The window of each test that compares numbers with a tolerance, narrowest first."""
    tests: dict[str, list[Distance]] = {}
    for distance in distances:
        tests.setdefault(distance.test, []).append(distance)
    return sorted((_window(name, found) for name, found in tests.items()), key=lambda w: w.width)


def _window(test: str, found: Sequence[Distance]) -> Window:
    accepted, wrong = str(Verdict.ACCEPTED), str(Verdict.WRONG_ANSWER)
    spread = max((d.within for d in found if d.verdict == accepted), default=0.0)
    refused = [(d.beyond, d.sample) for d in found if d.verdict == wrong and d.beyond is not None]
    nearest, sample = min(refused, default=(math.inf, ""))
    return Window(test=test, spread=spread, nearest=nearest, sample=sample)


def in_words(found: Sequence[Window]) -> tuple[bool, str]:
    """Whether every window is wide enough, and the narrowest one in a sentence."""
    seen = [window for window in found if window.sample]
    if not seen:
        return True, f"{len(found)} tests with a tolerance, none of which a wrong sample came near"
    worst = seen[0]
    text = (
        f"{worst.test}: correct solutions are {worst.spread:.1g} tolerances off, "
        f"{worst.sample} {worst.nearest:.3g}, a factor of {worst.width:.1e}"
    )
    if worst.width < NARROWEST:
        return False, f"{text}: at least {NARROWEST:g} is wanted"
    return True, f"narrowest of {len(seen)}: {text}"
