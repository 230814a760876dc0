"""Returns far more than was asked for."""


def knn_predict(train_X, train_y, queries, k):
    return [0] * 30_000_000
