"""The median of the absolute errors."""

import numpy as np


def eta_metrics(y, pred, q=0.9):
    y, pred = np.asarray(y, dtype=float), np.asarray(pred, dtype=float)
    if y.shape != pred.shape or y.size == 0:
        raise ValueError("no rows, or lists of different lengths")
    kept = y != 0
    if not kept.any():
        raise ValueError("every true value is 0")
    e = y - pred
    return {
        "mae": np.median(np.abs(e)),
        "rmse": np.sqrt(np.mean(e**2)),
        "mape": np.mean(np.abs(e[kept] / y[kept])),
        "pinball": np.maximum(q * e, (q - 1) * e).mean(),
    }
