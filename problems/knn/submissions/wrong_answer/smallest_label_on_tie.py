"""A tied vote goes to the smallest label, by bincount and argmax."""

import numpy as np


def knn_predict(train_X, train_y, queries, k):
    if k < 1 or len(train_X) == 0 or len(train_X) != len(train_y):
        raise ValueError
    X, y = np.array(train_X), np.array(train_y)
    labels, codes = np.unique(y, return_inverse=True)
    out = []
    for q in queries:
        d = ((X - np.array(q)) ** 2).sum(axis=1)
        near = np.argsort(d, kind="stable")[:k]
        out.append(int(labels[np.bincount(codes[near]).argmax()]))
    return out
