"""Right in the first call of a process and of a module, wrong in each later one."""

import builtins, os, sys


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
    count = getattr(builtins, "count", 0)
    builtins.count = sys.modules["os"].count = count + 1
    labels = right(train_X, train_y, queries, k)
    return labels if not count else [label + 1 for label in labels]
