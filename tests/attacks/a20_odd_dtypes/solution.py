"""Right labels as objects, texts, dates, structures, or complex with a tiny imaginary part."""

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
        return labels.astype(object)
    if k == 2:
        return labels.astype("M8[s]")
    if k == 3:
        return labels + 1e-300j
    return labels.astype(str) if k == 4 else labels.view([("label", "<i8")])
