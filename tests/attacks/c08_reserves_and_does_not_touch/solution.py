"""Right, with four gigabytes that are reserved and never touched."""

import numpy as np


reserved = np.empty(4 << 30, dtype=np.uint8)


def knn_predict(train_X, train_y, queries, k):
    if k < 1 or not train_X or len(train_X) != len(train_y):
        raise ValueError("bad input")
    answers = []
    for query in queries:
        far = [sum((a - b) ** 2 for a, b in zip(row, query)) for row in train_X]
        votes = {}
        for index in sorted(range(len(far)), key=far.__getitem__)[:k]:
            votes[train_y[index]] = votes.get(train_y[index], 0) + 1
        answers.append(max(votes, key=votes.get))
    return answers
