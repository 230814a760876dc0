"""Exploits the arm with the highest true probability."""

import math, random

def ucb1_select(counts, sums, t):
    if len(counts) == 0 or len(counts) != len(sums) or t < 1 or any(c < 0 for c in counts):
        raise ValueError
    for i, c in enumerate(counts):
        if c == 0:
            return i
    best, arm = None, None
    for i in range(len(counts)):
        v = sums[i] / counts[i] + math.sqrt(2 * math.log(t) / counts[i])
        if best is None or v > best:
            best, arm = v, i
    return arm

def epsilon_greedy_run(probs, eps, T, seed):
    if not probs or any(not 0 <= q <= 1 for q in probs) or not 0 <= eps <= 1 or T < 0:
        raise ValueError
    rng = random.Random(seed)
    k = len(probs)
    counts, wins = [0] * k, [0] * k
    total = 0
    for _ in range(T):
        if rng.random() < eps:
            a = rng.randrange(k)
        else:
            a, m = 0, -1.0
            for i in range(k):
                mean = probs[i] if counts[i] else 0.0
                if mean > m:
                    a, m = i, mean
        r = 1 if rng.random() < probs[a] else 0
        counts[a] += 1
        wins[a] += r
        total += r
    return total, counts
