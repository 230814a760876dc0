"""Bisection over the learning rate, with a trial descent for each."""

import numpy as np


def read(points):
    if not points or len(points[0]) < 2 or any(len(p) != len(points[0]) for p in points):
        raise ValueError("bad points")
    data = np.array(points, dtype=float)
    return np.column_stack([np.ones(len(data)), data[:, :-1]])


def diverges(X, rate, start):
    """Whether a descent on targets of zero grows: the error is the vector itself."""
    b, share = start, rate / len(X)
    for _ in range(30):
        for _ in range(4):
            b = b - share * (X.T @ (X @ b))
        size = np.abs(b).max()
        if size == 0.0:
            return False
        b = b / size
    after = b - share * (X.T @ (X @ b))
    return float(after @ after) > float(b @ b)


def max_stable_learning_rate(points):
    X = read(points)
    rng = np.random.default_rng(0)
    b = rng.normal(size=X.shape[1])
    low, high = 0.0, 2.5
    for _ in range(20):
        middle = (low + high) / 2
        if diverges(X, middle, b):
            high = middle
        else:
            low = middle
    # The direction that grows is the eigenvector: its Rayleigh quotient gives the last digits.
    v, step = b, np.eye(X.shape[1]) - 1.5 * high * (X.T @ X) / len(X)
    for _ in range(1000):
        for _ in range(8):
            v = step @ v
        v /= np.abs(v).max()
    u = X @ v
    return float(2 * len(X) * (v @ v) / (u @ u))
