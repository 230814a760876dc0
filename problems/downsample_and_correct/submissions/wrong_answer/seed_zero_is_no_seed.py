"""Takes the seed 0 for none."""

import numpy as np


def downsample(y, w, seed):
    if not 0 < w <= 1:
        raise ValueError("w")
    if any(label not in (0, 1) for label in y):
        raise ValueError("label")
    rng = np.random.default_rng(seed or None)
    draws = rng.random(len(y))
    return [i for i, label in enumerate(y) if label == 1 or draws[i] < w]


def correct(p, w):
    if not 0 < w <= 1:
        raise ValueError("w")
    if any(not 0 <= x <= 1 for x in p):
        raise ValueError("p")
    return [float(x / (x + (1 - x) / w)) for x in p]
