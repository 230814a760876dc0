"""Products are summed in the type of the columns."""

import numpy as np


def learning_curve(X, y, X_val, y_val, fractions):
    if len(X) != len(y) or len(X_val) != len(y_val):
        raise ValueError("lengths")
    n, p = X.shape
    sizes = [int(np.floor(f * n)) for f in fractions]
    if any(m < p + 1 for m in sizes):
        raise ValueError("too few rows")
    A = np.column_stack([np.ones(n, dtype=X.dtype), X])
    B = np.column_stack([np.ones(len(X_val)), X_val])
    out = []
    for m in sizes:
        b = np.linalg.solve(A[:m].T @ A[:m], A[:m].T @ y[:m])
        r = y_val - B @ b
        out.append(float(np.sqrt(np.mean(r ** 2))))
    return out
