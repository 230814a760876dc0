"""numpy's default argsort does not keep the order of equal distances."""

from collections import Counter

import numpy as np


def knn_predict(train_X, train_y, queries, k):
    if k < 1 or len(train_X) == 0 or len(train_X) != len(train_y):
        raise ValueError
    X = np.array(train_X)
    out = []
    for q in queries:
        near = np.argsort(((X - np.array(q)) ** 2).sum(axis=1))[:k]
        votes = Counter(train_y[i] for i in near)
        out.append(votes.most_common(1)[0][0])
    return out
