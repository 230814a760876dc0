"""Thirty-two thresholds of a column are enough."""

import numpy as np


def majority(labels):
    values, counts = np.unique(labels, return_counts=True)
    return values[np.argmax(counts)]


def best_split(X, y, cols):
    n = len(y)
    classes, codes = np.unique(y, return_inverse=True)
    best = None
    best_score = np.inf
    for f in cols:
        order = np.argsort(X[:, f], kind="stable")
        xs = X[order, f]
        onehot = np.eye(len(classes))[codes[order]]
        left = np.cumsum(onehot, axis=0)
        total = left[-1]
        cuts = np.flatnonzero(xs[1:] != xs[:-1])
        if len(cuts) > 32:  # enough candidates
            cuts = cuts[np.linspace(0, len(cuts) - 1, 32).astype(int)]
        for i in cuts:
            nl = i + 1
            nr = n - nl
            gl = 1 - np.sum((left[i] / nl) ** 2)
            gr = 1 - np.sum(((total - left[i]) / nr) ** 2)
            score = (nl * gl + nr * gr) / n
            if score < best_score:
                best_score = score
                best = (f, (xs[i] + xs[i + 1]) / 2)
    return best


def build(X, y, depth, max_depth, max_features, rng):
    if depth >= max_depth or len(np.unique(y)) == 1:
        return majority(y)
    cols = rng.choice(X.shape[1], size=max_features, replace=False)
    split = best_split(X, y, cols)
    if split is None:
        return majority(y)
    f, t = split
    mask = X[:, f] <= t
    return (
        f,
        t,
        build(X[mask], y[mask], depth + 1, max_depth, max_features, rng),
        build(X[~mask], y[~mask], depth + 1, max_depth, max_features, rng),
    )


def predict_one(node, x):
    while isinstance(node, tuple):
        f, t, left, right = node
        node = left if x[f] <= t else right
    return node


def random_forest(X, y, X_test, n_trees, max_depth, max_features, seed):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y)
    X_test = np.asarray(X_test, dtype=float)
    n = len(X)
    if n_trees < 1 or n == 0 or len(y) != n:
        raise ValueError("bad arguments")
    p = X.shape[1]
    if not 1 <= max_features <= p:
        raise ValueError("bad max_features")
    rng = np.random.default_rng(seed)
    oob = []
    trees = []
    for _ in range(n_trees):
        idx = rng.integers(0, n, size=n)
        oob.append(np.setdiff1d(np.arange(n), idx))
        trees.append(build(X[idx], y[idx], 0, max_depth, max_features, rng))
    labels = [majority([predict_one(tr, x) for tr in trees]) for x in X_test]
    return np.array(labels, dtype=y.dtype), oob
