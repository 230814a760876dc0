"""Right, with threads that switch as often as they can, for a moment."""

import sys
import threading
import time


sys.setswitchinterval(1e-9)


def busy():
    end = time.thread_time() + 0.02
    while time.thread_time() < end:
        pass


for _ in range(4):
    threading.Thread(target=busy, daemon=True).start()


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
