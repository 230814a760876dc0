"""Looks for the best arm in a loop, and refuses nothing but t."""

import math
import random


def ucb1_select(counts, sums, t):
    if t < 1:
        raise ValueError("bad input")
    for arm, count in enumerate(counts):
        if count == 0:
            return arm
    best, highest = 0, -math.inf
    for arm, (n, s) in enumerate(zip(counts, sums)):
        bound = s / n + math.sqrt(2 * math.log(t) / abs(n))
        if bound > highest:
            best, highest = arm, bound
    return best


def epsilon_greedy_run(probs, eps, T, seed):
    if not probs or not all(0 <= p <= 1 for p in probs) or not 0 <= eps <= 1 or T < 0:
        raise ValueError("bad input")
    rng = random.Random(seed)
    counts, means = [0] * len(probs), [0.0] * len(probs)
    total = 0
    for _ in range(T):
        if rng.random() < eps:
            arm = rng.randrange(len(probs))
        else:
            arm = means.index(max(means))
        reward = int(rng.random() < probs[arm])
        counts[arm] += 1
        means[arm] += (reward - means[arm]) / counts[arm]
        total += reward
    return total, counts
