"""Rows of 60 correlated columns, a fifth of which matter: what a step of one weight costs."""

import numpy as np

FUNCTION = "elastic_net_cd"
SIZES = (100, 400, 1600, 6400, 20000, 40000)


def make(size, rng):
    X = rng.normal(size=(size, 60)) + 0.5 * rng.normal(size=(size, 1))
    w = np.where(rng.random(60) < 0.2, rng.normal(size=60), 0.0)
    return X, X @ w + 2 + rng.normal(size=size), 0.1, 0.7


def same(expected, actual):
    try:
        w, b = actual
        return bool(
            np.allclose(np.asarray(w, dtype=float), np.asarray(expected[0]), 0, 1e-4)
            and abs(float(b) - float(expected[1])) < 1e-3
        )
    except (TypeError, ValueError):
        return False
