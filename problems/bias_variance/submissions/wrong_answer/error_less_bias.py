"""The variance is what is left of the error without the bias, which cancels."""

import numpy as np


def bias_variance(preds, f_true):
    preds, f_true = np.asarray(preds, dtype=float), np.asarray(f_true, dtype=float)
    if preds.size == 0 or preds.shape[1:] != f_true.shape:
        raise ValueError("no models, no points, or another number of true values")
    bias2 = np.mean((preds.mean(axis=0) - f_true) ** 2)
    error = np.mean((preds - f_true) ** 2)
    return float(bias2), float(max(error - bias2, 0.0))
