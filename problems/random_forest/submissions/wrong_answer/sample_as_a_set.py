"""Rows that are drawn twice count once."""

import numpy as np

def _leaf(c, classes):
    return classes[np.argmax(c)]

class _Tree:
    def __init__(self, X, yi, K, depth, mf, rng):
        self.K, self.mf, self.rng = K, mf, rng
        self.root = self.grow(X, yi, depth)

    def grow(self, X, yi, depth):
        counts = np.bincount(yi, minlength=self.K)
        node = int(np.argmax(counts))
        if depth == 0 or counts.max() == len(yi):
            return node
        cols = self.rng.choice(X.shape[1], self.mf, replace=False)
        best, bj, bt = np.inf, None, None
        n = len(yi)
        for j in cols:
            o = np.argsort(X[:, j], kind="stable")
            v = X[o, j]
            cut = np.flatnonzero(v[1:] > v[:-1])
            if cut.size == 0:
                continue
            oh = np.zeros((n, self.K)); oh[np.arange(n), yi[o]] = 1
            left = np.cumsum(oh, axis=0)[cut]
            right = counts - left
            nl = left.sum(1); nr = right.sum(1)
            imp = (nl - (left ** 2).sum(1) / nl + nr - (right ** 2).sum(1) / nr) / n
            i = np.argmin(imp)
            if imp[i] < best:
                best, bj, bt = imp[i], j, (v[cut[i]] + v[cut[i] + 1]) / 2
        if bj is None:
            return node
        m = X[:, bj] <= bt
        return (bj, bt, self.grow(X[m], yi[m], depth - 1), self.grow(X[~m], yi[~m], depth - 1))

    def predict(self, X):
        out = np.empty(len(X), dtype=int)
        def go(node, idx):
            if not isinstance(node, tuple):
                out[idx] = node
                return
            j, t, a, b = node
            m = X[idx, j] <= t
            go(a, idx[m]); go(b, idx[~m])
        go(self.root, np.arange(len(X)))
        return out

def random_forest(X, y, X_test, n_trees, max_depth, max_features, seed):
    X = np.asarray(X, dtype=float)
    n, p = X.shape
    if n_trees < 1 or n == 0 or len(y) != n or max_features < 1 or max_features > p:
        raise ValueError("bad arguments")
    rng = np.random.default_rng(seed)
    classes, yi = np.unique(y, return_inverse=True)
    votes = np.zeros((len(X_test), len(classes)), dtype=int)
    oob = []
    for _ in range(n_trees):
        s = rng.integers(n, size=n)
        oob.append(np.setdiff1d(np.arange(n), s))
        tree = _Tree(X[np.unique(s)], yi[np.unique(s)], len(classes), max_depth, max_features, rng)
        if len(X_test):
            votes[np.arange(len(X_test)), tree.predict(X_test)] += 1
    return classes[votes.argmax(axis=1)], oob
