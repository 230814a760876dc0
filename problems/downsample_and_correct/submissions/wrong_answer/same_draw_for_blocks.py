"""One draw for each ten rows."""

import random


def downsample(y, w, seed):
    if not 0 < w <= 1 or any(label not in (0, 1) for label in y):
        raise ValueError("bad input")
    rng = random.Random(seed)
    draws = [rng.random() for _ in range(len(y) // 10 + 1)]
    return [i for i, label in enumerate(y) if label or draws[i // 10] < w or w == 1]


def correct(p, w):
    if not 0 < w <= 1 or not all(0 <= x <= 1 for x in p):
        raise ValueError("bad input")
    return [w * x / (w * x + 1 - x) for x in p]
