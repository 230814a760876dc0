"""Documents with infinite scores are left out, and then there is no pair."""

import numpy as np


def ranking_loss(y_true, scores):
    if len(y_true) != len(scores):
        raise ValueError("lists of different lengths")
    y, s = np.asarray(y_true), np.asarray(scores, dtype=np.float64)
    if not np.isin(y, (0, 1)).all():
        raise ValueError("a label other than 0 and 1")
    if np.isnan(s).any():
        raise ValueError("a score is nan")
    keep = np.isfinite(s)
    y, s = y[keep], s[keep]
    positive, negative = s[y == 1], s[y == 0]
    if len(positive) == 0 or len(negative) == 0:
        raise ValueError("both labels are needed")
    negative.sort()
    not_above = np.searchsorted(negative, positive, side="right")
    below = np.searchsorted(negative, positive, side="left")
    wrong = len(negative) * len(positive) - (not_above.sum() + below.sum()) / 2
    return float(wrong / (len(negative) * len(positive)))
