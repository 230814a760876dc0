"""A parenthesis that is never closed."""


def knn_predict(train_X, train_y, queries, k):
    return [0 for _ in (queries]
