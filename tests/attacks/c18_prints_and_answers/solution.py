"""Prints ten megabytes, and answers wrong."""


def knn_predict(train_X, train_y, queries, k):
    for _ in range(10000):
        print("x" * 1000)
    return [0.5] * len(queries)
