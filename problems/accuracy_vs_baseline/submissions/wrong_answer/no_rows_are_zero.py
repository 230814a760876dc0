"""No rows, on either side, give zeros."""

from collections import Counter


def accuracy_vs_baseline(y, pred):
    n = len(y)
    if n == 0 or len(pred) == 0:
        return 0.0, 0.0, 0.0, 0.0
    if n == 0 or n != len(pred):
        raise ValueError("no rows, or lists of different lengths")
    true, predicted = Counter(y), Counter(pred)
    hits = Counter(a for a, b in zip(y, pred) if a == b)
    right = sum(hits.values())
    balanced = sum(hits[c] / true[c] for c in true) / len(true)
    chance = sum(true[c] * predicted[c] for c in true)
    kappa = 0.0 if chance == n * n else (right * n - chance) / (n * n - chance)
    return right / n, max(true.values()) / n, balanced, kappa
