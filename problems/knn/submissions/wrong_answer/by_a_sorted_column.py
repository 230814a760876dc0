"""One column is walked outwards from the query: on the left equal values come with the larger index first."""

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
    if A.shape[1] == 1:
        by = np.argsort(A[:, 0], kind="stable")
        xs = A[by, 0]
    for q in Q:
        if A.shape[1] == 1:
            hi = int(np.searchsorted(xs, q[0]))
            lo = hi - 1
            order = []
            while len(order) < k:
                dl = q[0] - xs[lo] if lo >= 0 else None
                dr = xs[hi] - q[0] if hi < len(xs) else None
                if dr is None or (dl is not None and (dl, by[lo]) < (dr, by[hi])):
                    order.append(by[lo])
                    lo -= 1
                else:
                    order.append(by[hi])
                    hi += 1
        else:
            diff = A - q
            dist = (diff * diff).sum(axis=1)
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
