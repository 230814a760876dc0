"""Gaps are the column's mean in the distance."""

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
        near = []
        m = [sum(c) / len(c) if c else 0.0 for c in columns]
        for r, other in enumerate(rows):
            squares = [((a if a == a else c) - (b if b == b else c)) ** 2 for a, b, c in zip(row, other, m)]
            if r != i and squares:
                near.append((sum(squares) / len(squares), r))
        near.sort()
        for j in gaps:
            donors = [rows[r][j] for _, r in near if rows[r][j] == rows[r][j]][:k]
            values = donors or columns[j] or [0.0]
            filled[i][j] = sum(values) / len(values)
    return np.array(filled)
