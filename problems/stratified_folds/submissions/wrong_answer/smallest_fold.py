"""Each row goes to the fold with the fewest rows of its class, the lowest first."""


def stratified_folds(y, k):
    if k < 2 or k > len(y):
        raise ValueError
    counts = {}
    folds = []
    for label in y:
        own = counts.setdefault(label, [0] * k)
        fold = own.index(min(own))
        own[fold] += 1
        folds.append(fold)
    return folds
