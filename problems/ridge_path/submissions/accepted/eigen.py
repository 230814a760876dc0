"""One eigen-decomposition of the p by p matrix of scalar products."""

import numpy as np


def ridge_path(X, y, lams):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if len(X) == 0 or len(X) != len(y) or any(lam < 0 for lam in lams):
        raise ValueError("bad input")
    x_mean, y_mean = X.mean(axis=0), y.mean()
    Z = X - x_mean
    values, vectors = np.linalg.eigh(Z.T @ Z)
    right = vectors.T @ (Z.T @ (y - y_mean))
    floor = 1e-12 * max(values[-1], 1e-12 * np.abs(X).max() ** 2 * len(X), 1e-300)
    W = np.zeros((len(lams), X.shape[1]))
    for row, lam in zip(W, lams):
        part = np.where(values > floor, right / (np.maximum(values, floor) + lam), 0.0)
        row[:] = vectors @ part
    return W, y_mean - W @ x_mean
