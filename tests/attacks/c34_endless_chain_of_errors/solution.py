"""An exception with a chain of a million causes, and a deep traceback."""

import sys


def knn_predict(train_X, train_y, queries, k):
    error = None
    for number in range(10**6):
        link = ValueError(number)
        link.__cause__ = error
        error = link

    def deep(left):
        if not left:
            raise error
        deep(left - 1)

    sys.setrecursionlimit(30000)
    deep(9000)
