"""Probabilities are clipped away from 0 and 1."""

import random


def downsample(y, w, seed):
    if not 0 < w <= 1 or any(label not in (0, 1) for label in y):
        raise ValueError("bad input")
    rng = random.Random(seed)
    return [i for i, label in enumerate(y) if label or rng.random() < w]


def correct(p, w):
    if not 0 < w <= 1 or not all(0 <= x <= 1 for x in p):
        raise ValueError("bad input")
    p = [min(max(x, 1e-6), 1 - 1e-6) for x in p]
    return [w * x / (w * x + 1 - x) for x in p]
