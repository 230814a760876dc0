"""Draws samples until they leave out exactly e^-1 of the rows: that is no whole number."""

import math

import numpy as np


def random_forest(X, y, X_test, n_trees, max_depth, max_features, seed):
    rng = np.random.default_rng(seed)
    n = len(X)
    while True:
        sample = rng.integers(0, n, n)
        out = np.setdiff1d(np.arange(n), sample)
        if len(out) == n * math.exp(-1):
            return y[np.zeros(len(X_test), dtype=int)], [out] * n_trees
