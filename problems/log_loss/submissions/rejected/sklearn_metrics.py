"""Lets a library do it."""

from sklearn.metrics import log_loss as theirs


def log_loss(y, p, eps=1e-15):
    return theirs(y, [min(max(v, eps), 1 - eps) for v in p])
