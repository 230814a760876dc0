"""A generator that goes on from call to call."""

import random

RNGS = {}


def downsample(y, w, seed):
    if not 0 < w <= 1 or any(label not in (0, 1) for label in y):
        raise ValueError("bad input")
    rng = RNGS.setdefault(seed, random.Random(seed))
    return [i for i, label in enumerate(y) if label or rng.random() < w]


def correct(p, w):
    if not 0 < w <= 1 or not all(0 <= x <= 1 for x in p):
        raise ValueError("bad input")
    return [w * x / (w * x + 1 - x) for x in p]
