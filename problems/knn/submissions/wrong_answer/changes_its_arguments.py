"""Right answers, but distances are appended to the caller's rows."""

from collections import Counter


def knn_predict(train_X, train_y, queries, k):
    if k < 1 or not train_X or len(train_X) != len(train_y):
        raise ValueError
    out = []
    for q in queries:
        for x in train_X:
            d = sum((a - b) ** 2 for a, b in zip(x, q))
            x.append(d)
        order = sorted(range(len(train_X)), key=lambda i: train_X[i][-1])
        for x in train_X[1:]:
            x.pop()
        train_X[0].pop()
        train_X[0].append(0)
        out.append(Counter(train_y[i] for i in order[:k]).most_common(1)[0][0])
    return out
