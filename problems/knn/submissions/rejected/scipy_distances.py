"""Lets a library compute the distances."""

import numpy as np
import scipy.spatial.distance as distance


def knn_predict(train_X, train_y, queries, k):
    d = distance.cdist(queries, train_X)
    return [train_y[i] for i in np.argmin(d, axis=1)]
