"""The index breaks ties as a fraction that is added to the distance, which large distances have no room for."""

import numpy as np


def knn_predict(train_X, train_y, queries, k):
    if k < 1 or len(train_X) == 0 or len(train_X) != len(train_y):
        raise ValueError("bad arguments")
    if len(queries) == 0:
        return []
    A = np.array(train_X, dtype=np.int64)
    Q = np.array(queries, dtype=np.int64)
    k = min(k, len(A))
    out = []
    for q in Q:
        diff = A - q
        dist = (diff * diff).sum(axis=1)
        order = np.argsort(dist + np.arange(len(A)) / len(A))[:k]
        votes = {}
        for i in order:
            lab = train_y[i]
            votes[lab] = votes.get(lab, 0) + 1
        best = max(votes.values())
        for i in order:
            if votes[train_y[i]] == best:
                out.append(int(train_y[i]))
                break
    return out
