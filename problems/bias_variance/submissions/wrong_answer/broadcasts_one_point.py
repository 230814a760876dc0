"""F_true of another length raises: a longer f_true is left to numpy, which broadcasts it against a single point."""

import numpy as np


def bias_variance(preds, f_true):
    preds = np.asarray(preds, dtype=float)
    f_true = np.asarray(f_true, dtype=float)
    if preds.size == 0:
        raise ValueError("no models or no points")
    if len(f_true) < preds.shape[1]:
        raise ValueError("f_true is too short")
    mean = preds.mean(axis=0)
    bias2 = np.mean((mean - f_true) ** 2)         # a ValueError if it is too long
    variance = np.mean((preds - mean) ** 2)
    return float(bias2), float(variance)
