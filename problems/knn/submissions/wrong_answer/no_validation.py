"""Bad input is answered instead of refused."""

from collections import Counter


def knn_predict(train_X, train_y, queries, k):
    out = []
    for q in queries:
        order = sorted((sum((a - b) ** 2 for a, b in zip(x, q)), i) for i, x in enumerate(train_X[: len(train_y)]))
        votes = Counter(train_y[i] for _, i in order[: max(k, 1)])
        out.append(votes.most_common(1)[0][0] if votes else 0)
    return out
