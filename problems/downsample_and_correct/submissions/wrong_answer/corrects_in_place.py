"""Corrects the probabilities where they stand."""

import math
import random


def downsample(y, w, seed):
    if not (w > 0 and w <= 1):
        raise ValueError("w")
    if set(y) - {0, 1}:
        raise ValueError("labels")
    rng = random.Random(f"negatives {seed}")

    def gap():
        return 0 if w == 1 else int(math.log(1 - rng.random()) / math.log1p(-w))

    kept, skip = [], gap()
    for i, label in enumerate(y):
        if label == 1:
            kept.append(i)
        elif skip == 0:
            kept.append(i)
            skip = gap()
        else:
            skip -= 1
    return tuple(kept)


def correct(p, w):
    if not (w > 0 and w <= 1):
        raise ValueError("w")
    for i, x in enumerate(p):
        if not 0 <= x <= 1:
            raise ValueError("p")
        odds = math.inf if x == 1 else w * x / (1 - x)
        p[i] = 1.0 if odds == math.inf else odds / (1 + odds)
    return p
