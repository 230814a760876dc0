"""Sums of products that grow from one fraction to the next."""

import numpy as np


def learning_curve(X, y, X_val, y_val, fractions):
    if len(X) != len(y) or len(X_val) != len(y_val):
        raise ValueError("lengths differ")
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, p = X.shape
    ends = [int(f * n) for f in fractions]
    if any(m <= p for m in ends):
        raise ValueError("fewer rows than unknowns")
    if not ends:
        return []
    # Measured from the middle of the first rows, so that no digits are lost to a large mean.
    x0, y0 = X[: min(ends)].mean(axis=0), y[: min(ends)].mean()
    B = np.column_stack([np.ones(len(X_val)), X_val - x0])
    target = y_val - y0
    G, r, done, found = np.zeros((p + 1, p + 1)), np.zeros(p + 1), 0, {}
    for m in sorted(set(ends)):
        Z, t = X[done:m] - x0, y[done:m] - y0
        G[0, 0] += m - done
        G[0, 1:] += Z.sum(axis=0)
        G[1:, 1:] += Z.T @ Z
        G[1:, 0] = G[0, 1:]
        r[0] += t.sum()
        r[1:] += t @ Z
        missed = target - B @ np.linalg.solve(G, r)
        found[m] = float(np.sqrt(missed @ missed / len(missed)))
        done = m
    return [found[m] for m in ends]
