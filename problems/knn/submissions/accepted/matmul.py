"""numpy, distances by a product of float matrices (exact below 2**53), partition, ties repaired."""

import numpy as np

CHUNK = 64


def knn_predict(train_X, train_y, queries, k):
    if k < 1 or len(train_X) == 0 or len(train_X) != len(train_y):
        raise ValueError("bad input")
    if len(queries) == 0:
        return []
    X = np.array(train_X, dtype=np.float64)
    Q = np.array(queries, dtype=np.float64)
    labels, codes = np.unique(np.array(train_y), return_inverse=True)
    norms = np.einsum("ij,ij->i", X, X)
    k = min(k, len(X))
    answers = []
    for start in range(0, len(Q), CHUNK):
        block = Q[start : start + CHUNK]
        # The query's own norm is the same for all rows: left out, the order stays.
        distances = norms - 2.0 * (block @ X.T)
        for row in distances:
            if k < len(row):
                edge = np.partition(row, k - 1)[k - 1]
                near = np.flatnonzero(row <= edge)  # in the order of the indices
            else:
                near = np.arange(len(row))
            near = near[np.argsort(row[near], kind="stable")][:k]
            own = codes[near]
            counts = np.bincount(own)
            best = counts[own] == counts.max()
            answers.append(int(labels[own[np.argmax(best)]]))
    return answers
