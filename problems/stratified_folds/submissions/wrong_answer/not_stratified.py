"""Rows are dealt in their order, classes are not looked at."""


def stratified_folds(y, k):
    n = len(y)
    if not 2 <= k <= n:
        raise ValueError("k must be from 2 to the number of rows")
    folds = [0] * n
    for place, row in enumerate(range(n)):
        folds[row] = place % k
    return folds
