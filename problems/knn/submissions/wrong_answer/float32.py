"""float32 cannot tell large distances apart."""

from collections import Counter

import numpy as np


def knn_predict(train_X, train_y, queries, k):
    if k < 1 or len(train_X) == 0 or len(train_X) != len(train_y):
        raise ValueError
    X = np.array(train_X, dtype=np.float32)
    Q = np.array(queries, dtype=np.float32)
    out = []
    for q in Q:
        d = (X * X).sum(axis=1) - 2 * X @ q + q @ q
        near = np.argsort(d, kind="stable")[:k]
        out.append(Counter(train_y[i] for i in near).most_common(1)[0][0])
    return out
