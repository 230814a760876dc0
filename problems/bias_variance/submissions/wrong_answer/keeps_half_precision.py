"""Floats are computed with as they are, also those of 16 bits."""

import numpy as np

def bias_variance(preds, f_true):
    p = np.array(preds, dtype=preds.dtype if getattr(preds, 'dtype', None) is not None and preds.dtype.kind == 'f' else float)
    f = np.array(f_true, dtype=float)
    if p.ndim != 2 or p.size == 0 or len(f) != p.shape[1]:
        raise ValueError
    m = p.mean(axis=0)
    return float(np.mean((m - f) ** 2)), float(np.mean((p - m) ** 2))
