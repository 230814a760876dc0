"""An index that runs past the end."""


def knn_predict(train_X, train_y, queries, k):
    return [train_y[len(train_y)] for _ in queries]
