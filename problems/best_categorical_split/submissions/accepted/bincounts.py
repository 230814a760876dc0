"""numpy: sums by bincount, cuts by cumulative sums."""

import numpy as np


def best_categorical_split(cats, y):
    if len(cats) != len(y):
        raise ValueError("lists of different lengths")
    codes = {}
    code = np.array([codes.setdefault(c, len(codes)) for c in cats])
    if len(codes) < 2:
        raise ValueError("fewer than two categories")
    y = np.array(y, dtype=np.float64)
    y -= y.mean()
    sums, counts = np.bincount(code, y), np.bincount(code)
    means = sums / counts
    order = np.argsort(means, kind="stable")
    left, rows = np.cumsum(sums[order])[:-1], np.cumsum(counts[order])[:-1]
    gain = left**2 / rows + (y.sum() - left) ** 2 / (len(y) - rows)
    cut = int(np.argmax(gain)) + 1
    inside = np.isin(code, order[:cut])
    error = sum(float(((part - part.mean()) ** 2).sum()) for part in (y[inside], y[~inside]))
    names = list(codes)
    return frozenset(names[i] for i in order[:cut]), error
