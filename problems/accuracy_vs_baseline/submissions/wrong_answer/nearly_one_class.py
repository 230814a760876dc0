"""An expected accuracy near 1 counts as 1."""

import numpy as np


def accuracy_vs_baseline(y, pred):
    y, pred = np.asarray(y), np.asarray(pred)
    if len(y) == 0 or len(y) != len(pred):
        raise ValueError("no rows, or lists of different lengths")
    n = len(y)
    true, counts = np.unique(y, return_counts=True)
    recalls = [np.mean(pred[y == c] == c) for c in true]
    chance = sum(t / n * (np.count_nonzero(pred == c) / n) for c, t in zip(true, counts))
    accuracy = np.mean(y == pred)
    kappa = 0.0 if np.isclose(chance, 1.0) else (accuracy - chance) / (1 - chance)
    return float(accuracy), counts.max() / n, float(np.mean(recalls)), float(kappa)
