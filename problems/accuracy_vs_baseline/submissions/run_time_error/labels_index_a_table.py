"""Labels as indices of a table: not below 0, not large."""

import numpy as np


def accuracy_vs_baseline(y, pred):
    if len(y) == 0 or len(y) != len(pred):
        raise ValueError("no rows, or lists of different lengths")
    k = int(max(max(y), max(pred))) + 1
    table = np.zeros((k, k))
    np.add.at(table, (y, pred), 1)
    n, t, p = len(y), table.sum(axis=1), table.sum(axis=0)
    accuracy, chance = np.trace(table) / n, t @ p / n**2
    recall = np.diag(table)[t > 0] / t[t > 0]
    kappa = 0.0 if chance == 1 else (accuracy - chance) / (1 - chance)
    return accuracy, t.max() / n, recall.mean(), kappa
