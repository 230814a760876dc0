"""Twelve columns, a tenth of the values missing: nearly three rows in four have a gap."""

import numpy as np

FUNCTION = "knn_impute"
SIZES = (40, 100, 220, 450, 1500, 3200)


def make(size, rng):
    X = rng.normal(size=(size, 12))
    X[rng.random(X.shape) < 0.1] = np.nan
    return X, 5
