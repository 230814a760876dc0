"""Fits are kept by fraction, of which two digits count."""

import numpy as np


def learning_curve(X, y, X_val, y_val, fractions):
    if len(X) != len(y) or len(X_val) != len(y_val):
        raise ValueError("lengths")
    X = np.array(X, dtype=float)
    y = np.array(y, dtype=float)
    n, p = X.shape
    sizes = [int(np.floor(f * n)) for f in fractions]
    if any(m < p + 1 for m in sizes):
        raise ValueError("too few rows")
    A = np.column_stack([np.ones(n), X])
    B = np.column_stack([np.ones(len(X_val)), X_val])
    out = []
    memo = {}
    for f, m in zip(fractions, sizes):
        m = memo.setdefault(round(f, 2), m)
        b = np.linalg.lstsq(A[:m], y[:m], rcond=None)[0]
        r = y_val - B @ b
        out.append(float(np.sqrt(np.mean(r ** 2))))
    return out
