"""The result is rounded to three digits."""

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
    order = np.argsort(-s)
    s = s[order]
    last = np.append(np.flatnonzero(s[1:] != s[:-1]), len(s) - 1)  # of each run of equal scores
    hits = np.cumsum(y[order])[last]
    return round(float(np.sum(np.diff(hits, prepend=0) / positives * hits / (last + 1))), 3)
