"""Rows are shuffled first."""

import random


def stratified_folds(y, k):
    if k < 2 or k > len(y):
        raise ValueError
    rows = list(range(len(y)))
    random.Random(0).shuffle(rows)
    folds = [0] * len(y)
    for place, row in enumerate(sorted(rows, key=lambda i: y[i])):
        folds[row] = place % k
    return folds
