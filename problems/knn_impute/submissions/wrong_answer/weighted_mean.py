"""Nearer rows count more."""

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
        for r, other in enumerate(rows):
            squares = [(a - b) ** 2 for a, b in zip(row, other) if a == a and b == b]
            if r != i and squares:
                near.append((sum(squares) / len(squares), r))
        near.sort()
        for j in gaps:
            donors = [rows[r][j] for _, r in near if rows[r][j] == rows[r][j]][:k]
            own = [(d, rows[r][j]) for d, r in near if rows[r][j] == rows[r][j]][:k]
            if own:
                w = [1 / (d + 1e-9) for d, _ in own]
                donors = [sum(a * v for a, (_, v) in zip(w, own)) / sum(w)]
            values = donors or columns[j] or [0.0]
            filled[i][j] = sum(values) / len(values)
    return np.array(filled)
