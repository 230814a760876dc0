"""p + 1 rows are refused."""

import math

import numpy as np


def learning_curve(X, y, X_val, y_val, fractions):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    X_val, y_val = np.asarray(X_val, dtype=float), np.asarray(y_val, dtype=float)
    if len(X) != len(y) or len(X_val) != len(y_val):
        raise ValueError("lengths differ")
    n, p = X.shape
    A = np.column_stack([np.ones(n), X])
    B = np.column_stack([np.ones(len(X_val)), X_val])
    errors = []
    for f in fractions:
        m = math.floor(f * n)
        if m <= p + 1:
            raise ValueError("fewer rows than unknowns")
        w = np.linalg.lstsq(A[:m], y[:m], rcond=None)[0]
        errors.append(float(np.sqrt(np.mean((y_val - B @ w) ** 2))))
    return errors
