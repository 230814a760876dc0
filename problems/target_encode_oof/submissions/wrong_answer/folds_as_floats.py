"""Folds go through floats."""

import numpy as np


def target_encode_oof(cats, y, fold, m=0.0):
    n = len(cats)
    if len(y) != n or len(fold) != n or m < 0:
        raise ValueError
    if n == 0:
        return np.zeros(0)
    _, c = np.unique(np.array(cats, dtype=str), return_inverse=True)
    fu, f = np.unique(np.array(fold, dtype=np.float64), return_inverse=True)
    if len(fu) < 2:
        raise ValueError
    y = np.asarray(y, dtype=float)
    F, C = len(fu), c.max() + 1
    key = c * F + f
    ks = np.bincount(key, y, minlength=C * F); kn = np.bincount(key, minlength=C * F)
    S = np.bincount(c, y)[c] - ks[key]
    N = np.bincount(c)[c] - kn[key]
    prior = ((y.sum() - np.bincount(f, y)) / (n - np.bincount(f)))[f]
    return np.where(N > 0, (S + m * prior) / np.where(N > 0, N + m, 1), prior)
