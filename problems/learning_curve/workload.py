"""Twenty columns and forty fractions: each fit anew, or each row added once."""

import numpy as np

FUNCTION = "learning_curve"
SIZES = (500, 2000, 8000, 30000, 120000)


def make(size, rng):
    X, X_val = rng.normal(size=(size, 20)), rng.normal(size=(200, 20))
    w = rng.normal(size=20)
    y = X @ w + 1 + rng.normal(size=size)
    y_val = X_val @ w + 1 + rng.normal(size=200)
    return X, y, X_val, y_val, (np.linspace(0.1237, 1.0, 40)).tolist()
