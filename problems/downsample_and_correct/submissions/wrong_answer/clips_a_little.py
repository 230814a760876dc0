"""Probabilities are kept a little away from 0 and 1, as in a log loss."""

import numpy as np


def downsample(y, w, seed):
    if not 0 < w <= 1 or any(label not in (0, 1) for label in y):
        raise ValueError("bad input")
    rng = np.random.default_rng(seed)
    return [i for i, label in enumerate(y) if label or rng.random() < w]


def correct(p, w):
    if not 0 < w <= 1 or not all(0 <= x <= 1 for x in p):
        raise ValueError("bad input")
    p = np.clip(np.asarray(p, dtype=float), 1e-15, 1 - 1e-15)
    return (p / (p + (1 - p) / w)).tolist()
