"""Labels go through floats."""

import numpy as np


def stratified_folds(y, k):
    n = len(y)
    if k < 2 or k > n:
        raise ValueError("bad k")
    a = np.asarray(y, dtype=float)
    order = np.argsort(a, kind="stable")
    out = np.empty(n, dtype=int)
    out[order] = np.arange(n) % k
    return out.tolist()
