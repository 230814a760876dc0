"""The left side loses two levels at each split."""

import numpy as np


def random_forest(X, y, X_test, n_trees, max_depth, max_features, seed):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    n = len(X)
    if n == 0 or n != len(y):
        raise ValueError("no rows, or X and y differ in length")
    if n_trees < 1 or not 1 <= max_features <= X.shape[1]:
        raise ValueError("n_trees or max_features out of range")
    X_test = np.asarray(X_test, dtype=float)
    classes, codes = np.unique(y, return_inverse=True)
    rng = np.random.default_rng(seed)
    votes = np.zeros((len(X_test), len(classes)), dtype=int)
    out_of_bag = []
    for _ in range(n_trees):
        sample = rng.integers(0, n, n)
        tree = grow(X[sample], codes[sample], max_depth, max_features, len(classes), rng)
        for i, row in enumerate(X_test):
            votes[i, predict(tree, row)] += 1
        out_of_bag.append(np.setdiff1d(np.arange(n), sample))
    return classes[votes.argmax(axis=1)], out_of_bag


def grow(X, codes, depth, max_features, n_classes, rng):
    counts = np.bincount(codes, minlength=n_classes)
    leaf = int(counts.argmax())
    if depth <= 0 or counts[leaf] == len(codes):
        return leaf
    best = None
    for j in rng.choice(X.shape[1], max_features, replace=False):
        found = split(X[:, j], codes, n_classes)
        if found is not None and (best is None or found[0] < best[0]):
            best = (*found, j)
    if best is None:
        return leaf
    _, threshold, j = best
    left = X[:, j] <= threshold
    return (
        j,
        threshold,
        grow(X[left], codes[left], depth - 2, max_features, n_classes, rng),
        grow(X[~left], codes[~left], depth - 1, max_features, n_classes, rng),
    )


def split(x, codes, n_classes):
    order = np.argsort(x, kind="stable")
    x = x[order]
    cuts = np.flatnonzero(x[1:] > x[:-1])
    if len(cuts) == 0:
        return None
    left = np.cumsum(np.eye(n_classes)[codes[order]], axis=0)
    total = left[-1]
    left = left[cuts]
    n_left = cuts + 1
    n_right = len(x) - n_left
    impurity = (
        n_left - (left**2).sum(axis=1) / n_left
        + n_right - ((total - left) ** 2).sum(axis=1) / n_right
    )
    at = int(impurity.argmin())
    return impurity[at], (x[cuts[at]] + x[cuts[at] + 1]) / 2


def predict(tree, row):
    while isinstance(tree, tuple):
        j, threshold, left, right = tree
        tree = left if row[j] <= threshold else right
    return tree
