"""Centred columns and the normal equations, each fraction anew."""

import numpy as np


def learning_curve(X, y, X_val, y_val, fractions):
    if len(X) != len(y) or len(X_val) != len(y_val):
        raise ValueError("lengths differ")
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, p = X.shape
    curve = []
    for fraction in fractions:
        m = int(fraction * n)
        if m <= p:
            raise ValueError("fewer rows than unknowns")
        x_mean, y_mean = X[:m].mean(axis=0), y[:m].mean()
        Z = X[:m] - x_mean
        w = np.linalg.solve(Z.T @ Z, Z.T @ (y[:m] - y_mean))
        missed = y_val - y_mean - (X_val - x_mean) @ w
        curve.append(np.sqrt(missed @ missed / len(missed)))
    return curve
