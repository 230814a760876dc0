"""Plain Python with a heap: only the k nearest are kept in order."""

import heapq
from collections import Counter


def knn_predict(train_X, train_y, queries, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    if len(train_X) == 0 or len(train_X) != len(train_y):
        raise ValueError("training data is empty or does not match its labels")

    def label(query):
        near = heapq.nsmallest(
            k,
            ((sum((a - b) * (a - b) for a, b in zip(row, query)), i) for i, row in enumerate(train_X)),
        )
        names = [train_y[i] for _, i in near]
        counts = Counter(names)  # keeps the order of first appearance, and max() takes the first
        return max(counts, key=counts.__getitem__)

    return tuple(label(query) for query in queries)
