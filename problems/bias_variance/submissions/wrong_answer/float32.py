"""Computes in float32."""

import numpy as np


def bias_variance(preds, f_true):
    preds, f_true = np.asarray(preds, dtype=np.float32), np.asarray(f_true, dtype=float)
    models, points = preds.shape
    if models == 0 or points == 0 or len(f_true) != points:
        raise ValueError("no models, no points, or another number of true values")
    mean = preds.mean(axis=0)
    bias2 = ((mean - f_true) ** 2).mean()
    variance = preds.var(axis=0).mean()
    return float(bias2), float(variance)
