"""Leaves the lengths to numpy, which stretches one row over many, or over none."""

import numpy as np


def log_loss(y, p, eps=1e-15):
    y, p = np.asarray(y, dtype=float), np.asarray(p, dtype=float)
    if y.size == 0 and p.size == 0:
        raise ValueError("no rows")
    if not np.isin(y, (0, 1)).all():
        raise ValueError("a label other than 0 and 1")
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("a probability outside of 0 to 1")
    q = np.clip(p, eps, 1 - eps)
    return float(-np.mean(y * np.log(q) + (1 - y) * np.log1p(-q)))
