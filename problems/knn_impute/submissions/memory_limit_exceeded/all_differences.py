"""Room for the differences of two thousand rows in every column, at once."""

import numpy as np


def knn_impute(X, k):
    room = np.full((2000, 2000, 32), np.nan)
    n, p = X.shape
    room[:n, :n, :p] = X[:, None, :] - X[None, :, :]
    return np.nanmean(room[:n, :n, :p] ** 2, axis=2)
