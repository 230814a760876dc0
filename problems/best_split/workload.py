"""Rows of 8 columns, one of which tells something of the three classes: what a threshold costs."""

import numpy as np

FUNCTION = "best_split"
SIZES = (60, 200, 700, 2500, 10000, 25000)


def make(size, rng):
    X = rng.normal(size=(size, 8))
    y = np.where(rng.random(size) < 0.3, rng.integers(0, 3, size), np.where(X[:, 5] > 0.2, 2, 1))
    return X, y
