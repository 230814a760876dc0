"""numpy: a mask for each category and fold."""

import numpy as np


def target_encode_oof(cats, y, fold, m=0.0):
    if not len(cats) == len(y) == len(fold):
        raise ValueError("lists of different lengths")
    if m < 0:
        raise ValueError("m must not be negative")
    cats, y, fold = np.array(cats), np.array(y, dtype=float), np.array(fold)
    result = np.empty(len(y))
    folds = np.unique(fold)
    if len(y) and len(folds) < 2:
        raise ValueError("fewer than two folds")
    for f in folds:
        others = fold != f
        prior = y[others].mean()
        for c in np.unique(cats[~others]):
            own = cats == c
            seen = y[own & others]
            value = (seen.sum() + m * prior) / (seen.size + m) if seen.size else prior
            result[own & ~others] = value
    return result
