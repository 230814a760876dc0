"""A regular expression that takes longer than the universe has."""

import re


def knn_predict(train_X, train_y, queries, k):
    re.match("(a+)+$", "a" * 40 + "b")
