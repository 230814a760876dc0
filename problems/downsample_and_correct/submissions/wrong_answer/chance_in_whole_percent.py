"""Draws in whole percents: of a share below 0.01 nothing is kept."""

import random


def downsample(y, w, seed):
    if not 0 < w <= 1:
        raise ValueError("w")
    if any(label not in (0, 1) for label in y):
        raise ValueError("label")
    rng = random.Random(seed)
    return [i for i, label in enumerate(y) if label == 1 or rng.randrange(100) < int(w * 100)]


def correct(p, w):
    if not 0 < w <= 1:
        raise ValueError("w")
    if any(not 0 <= x <= 1 for x in p):
        raise ValueError("p")
    return [float(x / (x + (1 - x) / w)) for x in p]
