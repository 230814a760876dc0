"""Rows of four times as many columns and 20 penalties: what a penalty costs once the first is done."""

import numpy as np

FUNCTION = "ridge_path"
SIZES = (40, 80, 160, 320, 640, 1200)


def make(size, rng):
    n = max(8, size // 4)
    X = rng.normal(size=(n, size))
    return X, X[:, 0] + rng.normal(size=n) + 1, np.geomspace(0.1, 100, 20).tolist()
