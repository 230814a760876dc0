"""Looks for another process than the worker and itself, and reads what it can of it."""

import os


def knn_predict(train_X, train_y, queries, k):
    others = [int(n) for n in os.listdir("/proc") if n.isdigit() and int(n) not in (1, os.getpid())]
    if others:
        raise RuntimeError(f"there is {others}")
    return others
