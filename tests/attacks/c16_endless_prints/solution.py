"""Prints without end, never waiting for whoever reads it."""

import os


def knn_predict(train_X, train_y, queries, k):
    line = b"x" * 65536
    os.set_blocking(1, False)
    while True:
        try:
            os.write(1, line)
        except BlockingIOError:
            pass
