"""Ranks by the place after sorting: which of the tied is first decides."""

import numpy as np


def ranking_loss(y_true, scores):
    if len(y_true) != len(scores):
        raise ValueError("lists of different lengths")
    y, s = np.asarray(y_true), np.asarray(scores, dtype=np.float64)
    if not np.isin(y, (0, 1)).all():
        raise ValueError("a label other than 0 and 1")
    if np.isnan(s).any():
        raise ValueError("a score is nan")
    positive, negative = s[y == 1], s[y == 0]
    if len(positive) == 0 or len(negative) == 0:
        raise ValueError("both labels are needed")
    order = np.argsort(s, kind="stable")
    rank = np.empty(len(s))
    rank[order] = np.arange(1, len(s) + 1)
    p, n = len(positive), len(negative)
    return float(1 - (rank[y == 1].sum() - p * (p + 1) / 2) / (p * n))
