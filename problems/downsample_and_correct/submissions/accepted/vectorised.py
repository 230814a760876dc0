"""numpy: a random number for each row."""

import numpy as np


def check(w):
    if not 0 < w <= 1:
        raise ValueError("w must be above 0 and at most 1")


def downsample(y, w, seed):
    check(w)
    y = np.asarray(y)
    if not np.isin(y, (0, 1)).all():
        raise ValueError("labels must be 0 or 1")
    drawn = np.random.default_rng(seed).random(len(y))
    return np.flatnonzero((y == 1) | (drawn < w)).tolist()


def correct(p, w):
    check(w)
    p = np.asarray(p, dtype=float)
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("probabilities must be from 0 to 1")
    return (p / (p + (1 - p) / w)).tolist()
