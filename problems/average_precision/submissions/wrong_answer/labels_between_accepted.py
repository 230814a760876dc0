"""A label other than 0 and 1 raises: only the range is checked, and then truth."""

import numpy as np


def average_precision(y, scores):
    if len(y) != len(scores) or len(y) == 0:
        raise ValueError("bad lengths")
    y = np.asarray(y)
    s = np.asarray(scores, dtype=float)
    if y.min() < 0 or y.max() > 1 or np.isnan(s).any():
        raise ValueError("bad input")
    y = y.astype(bool)
    if not y.any():
        raise ValueError("no positives")
    order = np.argsort(-s, kind="stable")
    s, y = s[order], y[order]
    ends = np.r_[np.flatnonzero(s[1:] != s[:-1]), s.size - 1]
    tp = np.cumsum(y)[ends]
    recall = tp / tp[-1]
    return float(np.sum(np.diff(recall, prepend=0.0) * tp / (ends + 1)))
