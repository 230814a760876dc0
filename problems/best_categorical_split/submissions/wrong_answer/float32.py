"""Targets in 32-bit floats."""

import numpy as np


def best_categorical_split(cats, y):
    if len(cats) != len(y) or len(set(cats)) < 2:
        raise ValueError
    y = np.array(y, dtype=np.float32)
    names = np.array(cats)
    order = sorted(set(cats), key=lambda c: y[names == c].mean())
    best = None
    for cut in range(1, len(order)):
        inside = np.isin(names, order[:cut])
        a, b = y[inside], y[~inside]
        found = float((a * a).sum() - a.sum() ** 2 / len(a) + (b * b).sum() - b.sum() ** 2 / len(b))
        if best is None or found < best[1]:
            best = set(order[:cut]), found
    return best
