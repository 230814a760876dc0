"""argpartition picks any of the rows that tie for the last place."""

from collections import Counter

import numpy as np


def knn_predict(train_X, train_y, queries, k):
    if k < 1 or len(train_X) == 0 or len(train_X) != len(train_y):
        raise ValueError
    X = np.array(train_X)
    k = min(k, len(X))
    out = []
    for q in queries:
        d = ((X - np.array(q)) ** 2).sum(axis=1)
        near = np.argpartition(d, k - 1)[:k]
        near = near[np.lexsort((near, d[near]))]
        out.append(Counter(train_y[i] for i in near).most_common(1)[0][0])
    return out
