"""A single estimate serves all rows."""

import numpy as np


def eta_metrics(y, pred, q=0.9):
    y, pred = np.asarray(y, dtype=float), np.asarray(pred, dtype=float)
    if y.size == 0 or pred.size == 0 or (len(y) != len(pred) and 1 not in (len(y), len(pred))):
        raise ValueError("no rows, or lists of different lengths")
    y, pred = np.broadcast_arrays(y, pred)
    kept = y != 0
    if not kept.any():
        raise ValueError("every true value is 0")
    e = y - pred
    return {
        "mae": np.abs(e).mean(),
        "rmse": np.sqrt(np.mean(e**2)),
        "mape": np.mean(np.abs(e[kept] / y[kept])),
        "pinball": np.maximum(q * e, (q - 1) * e).mean(),
    }
