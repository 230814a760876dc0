"""Plays a round even where none is wanted."""

import math
import random


def ucb1_select(counts, sums, t):
    if not counts or len(counts) != len(sums) or min(counts) < 0 or t < 1:
        raise ValueError("bad input")
    for arm, count in enumerate(counts):
        if count == 0:
            return arm
    bounds = [s / n + math.sqrt(2 * math.log(t) / n) for n, s in zip(counts, sums)]
    return bounds.index(max(bounds))


def epsilon_greedy_run(probs, eps, T, seed):
    if not probs or not all(0 <= p <= 1 for p in probs) or not 0 <= eps <= 1 or T < 0:
        raise ValueError("bad input")
    rng = random.Random(seed)
    counts, means = [0] * len(probs), [0.0] * len(probs)
    total = 0
    for _ in range(max(T, 1)):
        if rng.random() < eps:
            arm = rng.randrange(len(probs))
        else:
            arm = means.index(max(means))
        reward = int(rng.random() < probs[arm])
        counts[arm] += 1
        means[arm] += (reward - means[arm]) / counts[arm]
        total += reward
    return total, counts
