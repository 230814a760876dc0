"""Floats are computed with as they are, but for those of 16 bits."""

import numpy as np


def bias_variance(preds, f_true):
    preds = np.asarray(preds)
    if preds.dtype != np.float32:
        preds = preds.astype(float)
    f_true = np.asarray(f_true, dtype=float)
    if preds.size == 0 or preds.shape[1:] != f_true.shape:
        raise ValueError("no models, no points, or another number of true values")
    mean = preds.mean(axis=0)
    return float(np.mean((mean - f_true) ** 2)), float(np.mean((preds - mean) ** 2))
