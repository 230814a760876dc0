"""A list of two million small lists."""


def knn_predict(train_X, train_y, queries, k):
    return [[]] * 2_500_000
