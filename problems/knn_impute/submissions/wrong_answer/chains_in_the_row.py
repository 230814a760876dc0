"""A gap that was filled counts for the next gaps of its row."""

import numpy as np


def knn_impute(X, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    rows = [[float(value) for value in row] for row in X]
    columns = [[value for value in column if value == value] for column in zip(*rows)]
    filled = [list(row) for row in rows]
    for i, row in enumerate(rows):
        gaps = [j for j, value in enumerate(row) if value != value]
        if not gaps:
            continue
        for j in gaps:
            near = []
            for r, other in enumerate(rows):
                squares = [(a - b) ** 2 for a, b in zip(filled[i], other) if a == a and b == b]
                if r != i and squares:
                    near.append((sum(squares) / len(squares), r))
            near.sort()
            donors = [rows[r][j] for _, r in near if rows[r][j] == rows[r][j]][:k]
            values = donors or columns[j] or [0.0]
            filled[i][j] = sum(values) / len(values)
    return np.array(filled)
