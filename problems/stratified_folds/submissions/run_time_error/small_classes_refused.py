"""A class with fewer than k rows is refused."""


def stratified_folds(y, k):
    if k < 2 or k > len(y):
        raise ValueError("k must be from 2 to the number of rows")
    if min(y.count(label) for label in y) < k:
        raise ValueError("a class is too small")
    folds = [0] * len(y)
    dealt = 0
    for label in sorted(set(y)):
        for i, other in enumerate(y):
            if other == label:
                folds[i] = dealt % k
                dealt += 1
    return folds
