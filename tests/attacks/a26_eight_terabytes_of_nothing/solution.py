"""A broadcast array of 10**12 numbers, which takes 8 bytes of memory."""

import numpy as np


def knn_predict(train_X, train_y, queries, k):
    return np.broadcast_to(0.0, (10**6,) * 2)
