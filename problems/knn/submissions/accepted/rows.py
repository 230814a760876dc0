"""numpy, a row of distances at a time, stably sorted."""

import numpy as np


def knn_predict(train_X, train_y, queries, k):
    if k < 1 or len(train_X) == 0 or len(train_X) != len(train_y):
        raise ValueError("bad input")
    X = np.array(train_X, dtype=np.int64)
    answers = []
    for query in queries:
        distances = ((X - np.array(query, dtype=np.int64)) ** 2).sum(axis=1)
        nearest = np.argsort(distances, kind="stable")[:k]
        votes = {}
        for index in nearest:
            votes[train_y[index]] = votes.get(train_y[index], 0) + 1
        answers.append(max(votes, key=votes.get))
    return answers
