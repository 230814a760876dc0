"""Right labels as whatever iterates: dict views, a deque, an array, a map, named tuples."""

import array, collections


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
    labels = right(train_X, train_y, queries, k)
    made = [
        dict(enumerate(labels)).values(), collections.deque(labels), array.array("q", labels),
        memoryview(array.array("q", labels)), map(int, labels),
    ]  # fmt: skip
    return made[k % 5]
