"""An arm with one try and no reward counts as never tried."""

import math
import random
import numpy as np


def ucb1_select(counts, sums, t):
    if len(counts) == 0 or len(counts) != len(sums):
        raise ValueError("arms")
    if min(counts) < 0 or t < 1:
        raise ValueError("counts or t")
    for i, c in enumerate(counts):
        if c == 0 or (c == 1 and sums[i] == 0):
            return i
    best, arm = None, 0
    for i, (c, s) in enumerate(zip(counts, sums)):
        v = s / c + math.sqrt(2 * math.log(t) / c)
        if best is None or v > best:
            best, arm = v, i
    return arm


def epsilon_greedy_run(probs, eps, T, seed):
    n = len(probs)
    if n == 0 or any(not 0 <= p <= 1 for p in probs) or not 0 <= eps <= 1 or T < 0:
        raise ValueError("bad arguments")
    rng = random.Random(seed)
    counts = [0] * n
    wins = [0] * n
    for _ in range(T):
        if rng.random() < eps:
            i = rng.randrange(n)
        else:
            i = max(range(n), key=lambda a: wins[a] / counts[a] if counts[a] else 0)
        r = int(rng.random() < probs[i])
        counts[i] += 1
        wins[i] += r
    return sum(wins), counts
