"""numpy: all chances are drawn in advance."""

import numpy as np


def ucb1_select(counts, sums, t):
    n, s = np.array(counts, dtype=float), np.array(sums, dtype=float)
    if n.shape != s.shape or n.size == 0 or (n < 0).any() or t < 1:
        raise ValueError("bad input")
    if (n == 0).any():
        return np.argmin(n)
    return np.argmax(s / n + np.sqrt(2 * np.log(t) / n))


def epsilon_greedy_run(probs, eps, T, seed):
    p = np.array(probs, dtype=float)
    if p.size == 0 or not ((p >= 0) & (p <= 1)).all() or not 0 <= eps <= 1 or T < 0:
        raise ValueError("bad input")
    rng = np.random.default_rng(seed)
    explore, any_arm, luck = rng.random(T) < eps, rng.integers(0, len(p), T), rng.random(T)
    counts, wins = np.zeros(len(p), dtype=int), np.zeros(len(p))
    for i in range(T):
        arm = any_arm[i] if explore[i] else int(np.argmax(wins / np.maximum(counts, 1)))
        counts[arm] += 1
        wins[arm] += luck[i] < p[arm]
    return int(wins.sum()), counts
