"""Probabilities may be a little outside of 0 to 1."""

import numpy as np

def downsample(y, w, seed):
    if not 0 < w <= 1 or any(v not in (0, 1) for v in y):
        raise ValueError
    rng = np.random.default_rng(seed)
    keep = rng.random(len(y)) < w
    return [i for i, v in enumerate(y) if v == 1 or keep[i]]

def correct(p, w):
    if not 0 < w <= 1:
        raise ValueError
    if any(not -1e-9 <= v <= 1 + 1e-9 for v in p):
        raise ValueError
    return [v / (v + (1 - v) / w) for v in p]
