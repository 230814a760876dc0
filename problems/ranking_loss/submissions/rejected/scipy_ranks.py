"""Lets a library rank the scores."""

import scipy.stats


def ranking_loss(y_true, scores):
    r = scipy.stats.rankdata(scores)
    p = sum(y_true)
    above = sum(a for a, label in zip(r, y_true) if label) - p * (p + 1) / 2
    return 1 - above / (p * (len(scores) - p))
