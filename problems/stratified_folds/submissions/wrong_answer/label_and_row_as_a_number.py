"""Sorts by one number made of label and row, which overflows."""

import numpy as np


def stratified_folds(y, k):
    n = len(y)
    if k < 2 or k > n:
        raise ValueError("bad k")
    a = np.asarray(y)
    order = np.argsort(a * n + np.arange(n))
    out = np.empty(n, dtype=int)
    out[order] = np.arange(n) % k
    return out.tolist()
