"""Floats are computed with as they are, also those of 32 bits."""

import numpy as np


def _d2(X, C):
    D = np.empty((len(X), len(C)), dtype=X.dtype)
    for j, c in enumerate(C):
        D[:, j] = ((X - c) ** 2).sum(axis=1)
    return D


def _run(X, C, max_iter):
    k = len(C)
    D = _d2(X, C)
    labels = D.argmin(axis=1)
    for _ in range(max_iter):
        counts = np.bincount(labels, minlength=k)
        sums = np.zeros_like(C)
        np.add.at(sums, labels, X)
        full = counts > 0
        C[full] = sums[full] / counts[full, None]
        D = _d2(X, C)
        new = D.argmin(axis=1)
        done = np.array_equal(new, labels)
        labels = new
        if done:
            break
    return C, labels, float(D[np.arange(len(X)), labels].sum())


def _seeds(X, k, rng):
    n = len(X)
    C = [X[rng.integers(n)]]
    near = ((X - C[0]) ** 2).sum(axis=1)
    while len(C) < k:
        total = near.sum()
        i = rng.choice(n, p=near / total) if total > 0 else rng.integers(n)
        C.append(X[i])
        near = np.minimum(near, ((X - X[i]) ** 2).sum(axis=1))
    return np.array(C)


def kmeans(X, k, init=None, seed=0, max_iter=100):
    X = np.array(X)
    if X.dtype.kind != "f":
        X = X.astype(float)
    if k < 1 or k > len(X) or max_iter < 1:
        raise ValueError("k or max_iter")
    if init is not None:
        return _run(X, np.array(init, dtype=X.dtype), max_iter)
    rng = np.random.default_rng(seed)
    best = None
    for _ in range(10):
        result = _run(X, _seeds(X, k, rng), max_iter)
        if best is None or result[2] < best[2]:
            best = result
    return best
