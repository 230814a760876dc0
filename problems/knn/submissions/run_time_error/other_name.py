"""The function has another name."""


def knn(train_X, train_y, queries, k):
    return [0 for _ in queries]
