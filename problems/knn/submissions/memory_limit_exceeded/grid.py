"""Prepares a table of all pairs of ten thousand possible coordinates."""

import numpy as np


def knn_predict(train_X, train_y, queries, k):
    table = np.zeros((10_000, 10_000))
    values = np.arange(10_000.0)
    table += (values[:, None] - values[None, :]) ** 2
    return [int(table[0, 0]) for _ in queries]
