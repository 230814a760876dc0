"""How often does the interval of a ratio miss the truth, and how often is a rung named wrong?

A simulation of pairs with the real estimator and the real stopping rule, for noise that is normal
and noise with heavy tails, as a neighbour makes it. Needs no engine.

    make bench-intervals
"""

import sys
from collections.abc import Callable

import numpy as np

from grader.model import Rung
from grader.pairing import MAX_PAIRS, MIN_PAIRS, Meeting, is_settled
from grader.ratios import Ratio, median_ratio
from grader.scoring import place

TRIALS = 1000
WEIGHTS = (25.0, 15.0)
RUNGS = [
    Rung(name="slow", file="", runtime=0.2, memory=1.0),
    Rung(name="fast", file="", runtime=1.0, memory=1.0),
]
SLOWER = 20.0
"""The slow rung needs so many times what the fast one does."""
SAME = Ratio(1.0, 1.0, 1.0)
Noise = Callable[[np.random.Generator], float]


def normal(sigma: float) -> Noise:
    return lambda rng: float(rng.normal(0.0, sigma))


def heavy(sigma: float) -> Noise:
    """Student's t of three degrees: one pair in fifty is off by more than four sigma."""
    return lambda rng: float(sigma * rng.standard_t(3))


def trial(true: float, noise: Noise, rng: np.random.Generator) -> tuple[list[Meeting], int]:
    """Pairs with both rungs until it is settled."""
    pairs: list[list[tuple[float, float]]] = [[], []]
    while True:
        for own, times in zip(pairs, (1 / SLOWER, 1.0), strict=True):
            own.append((true * times * float(np.exp(noise(rng))), 1.0))
        count = len(pairs[0])
        if count < MIN_PAIRS:
            continue
        meetings = [
            Meeting(rung=rung, size=1, runtime=median_ratio(own), memory=SAME, pairs=count)
            for rung, own in zip(RUNGS, pairs, strict=True)
        ]
        if count == MAX_PAIRS or is_settled(meetings, WEIGHTS):
            return meetings, count


def main() -> int:
    print(f"{'noise':18} {'true ratio':>10} {'pairs':>6} {'missed by interval':>19} "
          f"{'other rung':>11} {'marks off by > 1':>17}")  # fmt: skip
    rng = np.random.default_rng(4)
    for name, noise in (
        ("normal, 2 %", normal(0.02)), ("normal, 6 %", normal(0.06)), ("normal, 15 %", normal(0.15)),
        ("heavy, 2 %", heavy(0.02)), ("heavy, 6 %", heavy(0.06)),
    ):  # fmt: skip
        for true in (1.0, 1.3, 3.0):
            right = place(
                1.0,
                [(r.name, t / true, r.runtime) for r, t in zip(RUNGS, (SLOWER, 1.0), strict=True)],
            )
            missed = other = off = taken = 0
            for _ in range(TRIALS):
                meetings, count = trial(true, noise, rng)
                found = place(
                    1.0, [(m.rung.name, 1 / m.runtime.ratio, m.rung.runtime) for m in meetings]
                )
                fast = meetings[1].runtime
                missed += not fast.low <= true <= fast.high
                other += found.rung != right.rung
                off += abs(found.share - right.share) * WEIGHTS[0] > 1
                taken += count
            print(f"{name:18} {true:10g} {taken / TRIALS:6.1f} {missed / TRIALS:19.1%} "
                  f"{other / TRIALS:11.1%} {off / TRIALS:17.1%}", flush=True)  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
