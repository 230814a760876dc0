"""The sorted rows are cut into k blocks."""


def stratified_folds(y, k):
    n = len(y)
    if not 2 <= k <= n:
        raise ValueError("k must be from 2 to the number of rows")
    folds = [0] * n
    for place, row in enumerate(sorted(range(n), key=y.__getitem__)):
        folds[row] = place * k // n
    return folds
