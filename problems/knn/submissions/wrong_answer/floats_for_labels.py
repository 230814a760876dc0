"""Labels come back as floats."""

from collections import Counter


def knn_predict(train_X, train_y, queries, k):
    if k < 1 or not train_X or len(train_X) != len(train_y):
        raise ValueError
    out = []
    for q in queries:
        order = sorted((sum((a - b) ** 2 for a, b in zip(x, q)), i) for i, x in enumerate(train_X))[:k]
        out.append(float(Counter(train_y[i] for _, i in order).most_common(1)[0][0]))
    return out
