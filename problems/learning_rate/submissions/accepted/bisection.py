"""Bisection over the learning rate, with a trial descent for each."""

import numpy as np


def read(points):
    if not points or len(points[0]) < 2 or any(len(p) != len(points[0]) for p in points):
        raise ValueError("bad points")
    data = np.array(points, dtype=float)
    return np.column_stack([np.ones(len(data)), data[:, :-1]])


def diverges(step, start):
    """Whether a descent on targets of zero grows: the error is the vector itself."""
    b = start
    for _ in range(60):
        for _ in range(4):
            b = step @ b
        size = np.abs(b).max()
        if size == 0.0:
            return False
        b = b / size
    after = step @ b
    return float(after @ after) > float(b @ b)


def max_stable_learning_rate(points):
    X = read(points)
    H, one = X.T @ X / len(X), np.eye(X.shape[1])
    rng = np.random.default_rng(0)
    b = rng.normal(size=X.shape[1])
    low, high = 0.0, 2.5
    for _ in range(40):
        middle = (low + high) / 2
        if diverges(one - middle * H, b):
            high = middle
        else:
            low = middle
    # The direction that grows is the eigenvector: its Rayleigh quotient gives the last digits.
    v, step = b, one - 1.5 * high * H
    for _ in range(1000):
        for _ in range(8):
            v = step @ v
        v /= np.abs(v).max()
    u = X @ v
    return float(2 * len(X) * (v @ v) / (u @ u))
