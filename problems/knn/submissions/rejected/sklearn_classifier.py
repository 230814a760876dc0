"""Lets a library do it."""

from sklearn.neighbors import KNeighborsClassifier


def knn_predict(train_X, train_y, queries, k):
    return KNeighborsClassifier(k).fit(train_X, train_y).predict(queries).tolist()
