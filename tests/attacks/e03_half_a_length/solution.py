"""Sends three bytes of the length, closes the pipe, and goes on for a moment."""

import os, time


def knn_predict(train_X, train_y, queries, k):
    os.write(4, b"\0\0\0")
    os.close(4)
    time.sleep(0.05)
    os._exit(0)
