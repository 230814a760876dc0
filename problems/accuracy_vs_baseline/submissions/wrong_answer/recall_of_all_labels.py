"""The mean recall over all labels, predicted ones too."""

from collections import Counter


def accuracy_vs_baseline(y, pred):
    n = len(y)
    if n == 0 or n != len(pred):
        raise ValueError("no rows, or lists of different lengths")
    true, predicted = Counter(y), Counter(pred)
    hits = Counter(a for a, b in zip(y, pred) if a == b)
    right = sum(hits.values())
    labels = set(true) | set(predicted)
    balanced = sum(hits[c] / max(1, true[c]) for c in labels) / len(labels)
    chance = sum(true[c] * predicted[c] for c in true)
    kappa = 0.0 if chance == n * n else (right * n - chance) / (n * n - chance)
    return right / n, max(true.values()) / n, balanced, kappa
