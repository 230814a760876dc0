"""Keeps a copy of everything, for ever."""

import numpy as np


def knn_predict(train_X, train_y, queries, k):
    held = []
    while True:
        held.append(np.ones(4_000_000))
