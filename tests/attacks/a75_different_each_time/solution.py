"""By the number of its process it is right, wrong, raises, or dies: never twice the same."""

import os


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


TURN = os.getpid() % 5


def knn_predict(train_X, train_y, queries, k):
    if TURN == 1:
        raise RuntimeError("not this time")
    if TURN == 2:
        os._exit(0)
    labels = right(train_X, train_y, queries, k)
    return labels[::-1] + [0] if TURN == 3 else labels
