"""Sleeps for good."""

import time


def knn_predict(train_X, train_y, queries, k):
    time.sleep(1e9)
