"""The right labels as a matrix, as a record array, and as a column."""

import numpy as np


def right(train_X, train_y, queries, k):
    if k < 1 or not train_X or len(train_X) != len(train_y):
        raise ValueError
    answers = []
    for q in queries:
        far = [sum((a - b) ** 2 for a, b in zip(row, q)) for row in train_X]
        near = sorted(range(len(far)), key=far.__getitem__)[:k]
        votes = [train_y[i] for i in near]
        answers.append(max(votes, key=votes.count))
    return answers


def knn_predict(train_X, train_y, queries, k):
    labels = np.array(right(train_X, train_y, queries, k), dtype=np.int64)
    if k == 1:
        return np.asmatrix(labels)
    return labels.view(np.recarray) if k == 3 else labels[:, None]
