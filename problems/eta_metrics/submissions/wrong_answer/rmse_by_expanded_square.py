"""rmse from means of squares, which cancel where numbers are large."""

import numpy as np


def eta_metrics(y, pred, q=0.9):
    if len(y) == 0 or len(y) != len(pred):
        raise ValueError("rows")
    y = np.array(y, dtype=float)
    pred = np.array(pred, dtype=float)
    nz = y != 0
    if not nz.any():
        raise ValueError("every true value is 0")
    e = y - pred
    return {
        "mae": float(np.mean(np.abs(e))),
        "rmse": float(np.sqrt(max(np.mean(y * y) - 2 * np.mean(y * pred) + np.mean(pred * pred), 0.0))),
        "mape": float(np.mean(np.abs(e[nz]) / np.abs(y[nz]))),
        "pinball": float(np.mean(np.maximum(q * e, (q - 1) * e))),
    }
