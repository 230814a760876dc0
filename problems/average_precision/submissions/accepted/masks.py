"""numpy: a mask for each threshold."""

import numpy as np


def average_precision(y, scores):
    if len(y) != len(scores):
        raise ValueError("lists of different lengths")
    y, s = np.asarray(y), np.asarray(scores, dtype=np.float64)
    if not np.isin(y, (0, 1)).all():
        raise ValueError("a label other than 0 and 1")
    if np.isnan(s).any():
        raise ValueError("a score is nan")
    positives = int(y.sum())
    if positives == 0:
        raise ValueError("no positives")
    result, before = 0.0, 0.0
    for t in np.unique(s)[::-1]:
        flagged = s >= t
        hits = y[flagged].sum()
        result += (hits / positives - before) * hits / flagged.sum()
        before = hits / positives
    return float(result)
