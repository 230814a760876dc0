"""Holds a table far larger than all pairs, whatever the input."""

import numpy as np


def ranking_loss(y_true, scores):
    if len(y_true) != len(scores) or set(y_true) != {0, 1}:
        raise ValueError
    table = np.ones((20_000, 20_000))  # "large enough for every input"
    for i, s in enumerate(scores):
        table[i] = s
    p = [i for i, label in enumerate(y_true) if label]
    n = [i for i, label in enumerate(y_true) if not label]
    return float((table[p][:, :1] < table[n][:, 0]).mean())
