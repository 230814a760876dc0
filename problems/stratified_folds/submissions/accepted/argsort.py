"""numpy: a stable sort, and the places modulo k."""

import numpy as np


def stratified_folds(y, k):
    if k < 2 or k > len(y):
        raise ValueError("k must be from 2 to the number of rows")
    order = np.argsort(np.asarray(y), kind="stable")
    folds = np.empty(len(y), dtype=np.int64)
    folds[order] = np.arange(len(y)) % k
    return folds
