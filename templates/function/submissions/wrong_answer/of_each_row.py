"""The mean of each row, not of each column. A wrong sample has one mistake; its name says which."""


def new_problem(X):
    if not X or any(len(row) != len(X[0]) for row in X):
        raise ValueError
    return [sum(row) / len(row) for row in X if row]
