"""Training rows in blocks, and those of a new block before the old ones."""

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
        dist = np.zeros(0, dtype=np.int64)
        order = np.zeros(0, dtype=np.int64)
        for s in range(0, len(A), 512):
            diff = A[s:s + 512] - q
            d = (diff * diff).sum(axis=1)
            dist = np.concatenate([d, dist])
            order = np.concatenate([np.arange(s, s + len(d)), order])
            keep = np.argsort(dist, kind="stable")[:k]
            dist, order = dist[keep], order[keep]
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
