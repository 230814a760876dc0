"""numpy: codes of categories and cells, their sums by bincount."""

import numpy as np


def target_encode_oof(cats, y, fold, m=0.0):
    n = len(cats)
    if len(y) != n or len(fold) != n:
        raise ValueError("lists of different lengths")
    if m < 0:
        raise ValueError("m must not be negative")
    if n == 0:
        return np.empty(0)
    y = np.asarray(y, dtype=np.float64)
    names, f = np.unique(np.asarray(fold), return_inverse=True)
    if len(names) < 2:
        raise ValueError("fewer than two folds")
    codes = {}
    c = np.array([codes.setdefault(cat, len(codes)) for cat in cats])
    _, cell = np.unique(c * len(names) + f, return_inverse=True)
    total = np.bincount(c, y)[c] - np.bincount(cell, y)[cell]
    count = np.bincount(c)[c] - np.bincount(cell)[cell]
    prior = ((y.sum() - np.bincount(f, y)) / (n - np.bincount(f)))[f]
    weight = count + m
    smoothed = (total + m * prior) / np.where(count > 0, weight, 1)
    return np.where(count > 0, smoothed, prior)
