"""Of equal means above 0 the last arm."""

import math
import numpy as np


def ucb1_select(counts, sums, t):
    if len(counts) == 0 or len(counts) != len(sums) or any(c < 0 for c in counts) or t < 1:
        raise ValueError("bad input")
    best, arm = -math.inf, -1
    for i, (c, s) in enumerate(zip(counts, sums)):
        if c == 0:
            return i
        v = s / c + math.sqrt(2 * math.log(t) / c)
        if v > best:
            best, arm = v, i
    return arm


def epsilon_greedy_run(probs, eps, T, seed):
    if len(probs) == 0 or any(p < 0 or p > 1 for p in probs) or eps < 0 or eps > 1 or T < 0:
        raise ValueError("bad input")
    rng = np.random.default_rng(seed)
    k = len(probs)
    counts = [0] * k
    wins = [0] * k
    for _ in range(T):
        if rng.random() < eps:
            a = int(rng.integers(k))
        else:
            a = max(range(k), key=lambda i: (wins[i] / counts[i], i) if wins[i] else (0.0, -i))
        r = int(rng.random() < probs[a])
        counts[a] += 1
        wins[a] += r
    return sum(wins), counts
