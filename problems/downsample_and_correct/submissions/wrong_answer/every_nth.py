"""Every n-th negative is kept, from a random start."""

import random


def downsample(y, w, seed):
    if not 0 < w <= 1 or any(label not in (0, 1) for label in y):
        raise ValueError("bad input")
    rng = random.Random(seed)
    x, kept = rng.random(), []
    for i, label in enumerate(y):
        if not label:
            x += w
        if label or x >= 1:
            kept.append(i)
            x -= not label
    return kept


def correct(p, w):
    if not 0 < w <= 1 or not all(0 <= x <= 1 for x in p):
        raise ValueError("bad input")
    return [w * x / (w * x + 1 - x) for x in p]
