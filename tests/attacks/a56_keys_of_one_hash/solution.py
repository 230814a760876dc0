"""A dict of five hundred integers which all have the hash 0."""


def knn_predict(train_X, train_y, queries, k):
    return {i * (2**61 - 1): None for i in range(500)}
