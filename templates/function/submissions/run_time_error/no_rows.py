"""Divides by zero where there are no rows."""


def new_problem(X):
    n = sum(1 for _ in X)
    if 1 / n and len({len(row) for row in X}) > 1:
        raise ValueError
    return [sum(column) / n for column in zip(*X)]
