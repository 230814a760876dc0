"""Rows of 12 columns, 24 clusters and 4 rounds: what a pair of row and centroid costs, and is held."""

import numpy as np

FUNCTION = "kmeans"
SIZES = (100, 300, 1000, 3000, 10000, 30000)


def make(size, rng):
    X = rng.normal(size=(size, 12)) + 3 * rng.normal(size=(24, 12))[rng.integers(0, 24, size)]
    return X, 24, X[rng.choice(size, 24, replace=False)].copy(), 0, 4


def same(expected, actual):
    try:
        centroids, _, inertia = actual
        return bool(
            np.allclose(np.asarray(centroids, dtype=float), np.asarray(expected[0]), 1e-4, 1e-6)
            and abs(float(inertia) - float(expected[2])) <= 1e-5 * float(expected[2])
        )
    except (TypeError, ValueError):
        return False
