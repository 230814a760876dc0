"""Sums in 32-bit floats."""

import numpy as np


def target_encode_oof(cats, y, fold, m=0.0):
    if not len(cats) == len(y) == len(fold) or m < 0:
        raise ValueError
    cats, y, fold = np.array(cats), np.array(y, dtype=np.float32), np.array(fold)
    if len(y) and len(np.unique(fold)) < 2:
        raise ValueError
    out = np.empty(len(y), dtype=np.float32)
    for i in range(len(y)):
        others = fold != fold[i]
        prior = y[others].mean()
        seen = y[others & (cats == cats[i])]
        out[i] = (seen.sum() + np.float32(m) * prior) / (len(seen) + m) if len(seen) else prior
    return out
