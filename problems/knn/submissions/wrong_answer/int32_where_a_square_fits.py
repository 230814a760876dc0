"""32 bits where a squared difference fits them; the sum over the columns may not."""

import numpy as np


def knn_predict(train_X, train_y, queries, k):
    if k < 1 or len(train_X) == 0 or len(train_X) != len(train_y):
        raise ValueError("bad arguments")
    if len(queries) == 0:
        return []
    A = np.array(train_X, dtype=np.int64)
    Q = np.array(queries, dtype=np.int64)
    k = min(k, len(A))
    if max(np.abs(A).max(), np.abs(Q).max()) <= 23170:
        # differences up to 46340, whose square fits into 32 bits: half the memory
        A = A.astype(np.int32)
        Q = Q.astype(np.int32)
    out = []
    for q in Q:
        diff = A - q
        dist = np.einsum("ij,ij->i", diff, diff)
        order = np.argsort(dist, kind="stable")[:k]
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
