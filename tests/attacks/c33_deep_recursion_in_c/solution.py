"""No limit on recursion, and a class that compares itself."""

import sys


def knn_predict(train_X, train_y, queries, k):
    sys.setrecursionlimit(10**9)
    deep = []
    for _ in range(10**5):
        deep = [deep]
    return [deep == eval("[" * 90 + "]" * 90) or repr(deep)]
