"""Exact distances, rounded to 32 bits."""

def knn_predict(train_X, train_y, queries, k):
    if k < 1 or not train_X or len(train_X) != len(train_y):
        raise ValueError
    out = []
    for q in queries:
        d = [sum((a - b) ** 2 for a, b in zip(row, q)) for row in train_X]
        import numpy as np
        d = [float(np.float32(v)) for v in d]
        order = sorted(range(len(d)), key=lambda i: (d[i], i))[:k]
        votes = {}
        for i in order:
            votes[train_y[i]] = votes.get(train_y[i], 0) + 1
        top = max(votes.values())
        out.append(next(train_y[i] for i in order if votes[train_y[i]] == top))
    return out
