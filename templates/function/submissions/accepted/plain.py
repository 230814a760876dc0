"""Plain Python. The tests compare with this one: keep it as simple as it can be."""


def new_problem(X):
    if not X:
        raise ValueError("no rows")
    if any(len(row) != len(X[0]) for row in X):
        raise ValueError("rows of different lengths")
    return [sum(column) / len(X) for column in zip(*X)]
