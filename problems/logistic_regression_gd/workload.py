"""Rows of 20 columns and 50 steps: what a row costs in a step."""

FUNCTION = "logistic_regression_gd"
SIZES = (50, 200, 800, 3200, 12800, 51200)
STEPS = 50


def make(size, rng):
    X = rng.normal(size=(size, 20))
    y = (X @ rng.normal(size=20) + rng.normal(size=size) > 0).astype(int)
    return X, y, 0.3, STEPS, 0.01
