"""Waits instead of working."""

import time


def knn_predict(train_X, train_y, queries, k):
    time.sleep(3600)
    return [0 for _ in queries]
