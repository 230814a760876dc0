"""A loop whose end is never reached."""


def knn_predict(train_X, train_y, queries, k):
    done = False
    while not done:
        k += 1
    return []
