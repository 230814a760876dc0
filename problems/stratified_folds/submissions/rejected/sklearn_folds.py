"""Lets a library do it."""

from sklearn.model_selection import StratifiedKFold


def stratified_folds(y, k):
    folds = [0] * len(y)
    for number, (_, rows) in enumerate(StratifiedKFold(k).split(y, y)):
        for row in rows:
            folds[row] = number
    return folds
