"""The function takes too few arguments."""


def knn_predict(train_X, train_y):
    return []
