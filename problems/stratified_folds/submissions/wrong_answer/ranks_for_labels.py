"""Labels are replaced by their ranks, in the list that was given."""

def stratified_folds(y, k):
    if not 2 <= k <= len(y):
        raise ValueError
    rank = {c: r for r, c in enumerate(sorted(set(y)))}
    for i in range(len(y)):
        y[i] = rank[y[i]]
    fold = [0] * len(y)
    for place, i in enumerate(sorted(range(len(y)), key=y.__getitem__)):
        fold[i] = place % k
    return fold
