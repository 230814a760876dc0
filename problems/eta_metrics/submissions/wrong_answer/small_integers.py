"""Errors of whole numbers are kept, and squared, in 32 bits."""

import numpy as np


def eta_metrics(y, pred, q=0.9):
    whole = all(isinstance(v, int) for v in [*y, *pred])
    y, pred = np.asarray(y, dtype=float), np.asarray(pred, dtype=float)
    if y.shape != pred.shape or y.size == 0:
        raise ValueError("no rows, or lists of different lengths")
    kept = y != 0
    if not kept.any():
        raise ValueError("every true value is 0")
    e = y - pred
    if whole:
        e = e.astype(np.int64).astype(np.int32)
    return {
        "mae": np.abs(e).mean(),
        "rmse": np.sqrt(np.abs(np.mean(e**2))),
        "mape": np.mean(np.abs(e[kept] / y[kept])),
        "pinball": np.maximum(q * e, (q - 1) * e).mean(),
    }
