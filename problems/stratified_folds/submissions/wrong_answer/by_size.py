"""The largest class first."""


def stratified_folds(y, k):
    if k < 2 or k > len(y):
        raise ValueError("k must be from 2 to the number of rows")
    folds = [0] * len(y)
    dealt = 0
    for label in sorted(set(y), key=lambda label: (-y.count(label), label)):
        for i, other in enumerate(y):
            if other == label:
                folds[i] = dealt % k
                dealt += 1
    return folds
