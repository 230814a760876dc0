"""Each class is cut into k blocks."""


def stratified_folds(y, k):
    if k < 2 or k > len(y):
        raise ValueError("k must be from 2 to the number of rows")
    folds = [0] * len(y)
    dealt = 0
    for label in sorted(set(y)):
        dealt = 0
        for i, other in enumerate(y):
            if other == label:
                folds[i] = min(k - 1, dealt * k // y.count(label))
                dealt += 1
    return folds
