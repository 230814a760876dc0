"""yield instead of return: a generator comes back."""


def knn_predict(train_X, train_y, queries, k):
    for q in queries:
        yield train_y[0]
