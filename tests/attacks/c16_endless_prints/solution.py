"""Prints without end, as fast as the pipe takes it."""

import os


def knn_predict(train_X, train_y, queries, k):
    line = b"x" * 65536
    while True:
        os.write(1, line)
