"""Ends its process in the middle of a call."""

import os


def knn_predict(train_X, train_y, queries, k):
    os._exit(0)
