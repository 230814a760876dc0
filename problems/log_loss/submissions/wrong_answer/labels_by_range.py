"""Labels are only checked to lie between 0 and 1."""

import numpy as np

def log_loss(y, p, eps=1e-15):
    y = np.asarray(y, dtype=float)
    p = np.asarray(p, dtype=float)
    if y.shape != p.shape or y.size == 0:
        raise ValueError("bad lengths")
    if (y < 0).any() or (y > 1).any():
        raise ValueError("bad label")
    if np.isnan(p).any() or (p < 0).any() or (p > 1).any():
        raise ValueError("bad probability")
    q = np.clip(p, eps, 1 - eps)
    return -np.mean(y * np.log(q) + (1 - y) * np.log(1 - q))
