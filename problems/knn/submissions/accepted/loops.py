"""Plain Python: every distance by a loop, every query sorted."""

from collections import Counter


def knn_predict(train_X, train_y, queries, k):
    if k < 1 or not train_X or len(train_X) != len(train_y):
        raise ValueError("bad input")
    answers = []
    for query in queries:
        order = []
        for index, row in enumerate(train_X):
            distance = 0
            for a, b in zip(row, query):
                distance += (a - b) ** 2
            order.append((distance, index))
        order.sort()
        labels = [train_y[index] for _, index in order[:k]]
        votes = Counter(labels)
        most = max(votes.values())
        answers.append(next(label for label in labels if votes[label] == most))
    return answers
