"""The distance is the sum of absolute differences."""

from collections import Counter


def knn_predict(train_X, train_y, queries, k):
    if k < 1 or not train_X or len(train_X) != len(train_y):
        raise ValueError
    out = []
    for q in queries:
        order = sorted(range(len(train_X)), key=lambda i: sum(abs(a - b) for a, b in zip(train_X[i], q)))
        out.append(Counter(train_y[i] for i in order[:k]).most_common(1)[0][0])
    return out
