"""max_iter is 300 if it is not given, as in a library."""

import numpy as np


def kmeans(X, k, init=None, seed=0, max_iter=300):
    X = np.asarray(X, dtype=float)
    n = len(X)
    if k < 1 or k > n or max_iter < 1:
        raise ValueError("k must be between 1 and n, max_iter at least 1")
    if init is not None:
        return lloyd(X, np.array(init, dtype=float), max_iter)
    rng = np.random.default_rng(seed)
    best = None
    for _ in range(10):
        run = lloyd(X, plus_plus(X, k, rng), max_iter)
        if best is None or run[2] < best[2]:
            best = run
    return best


def plus_plus(X, k, rng):
    chosen = [rng.integers(len(X))]
    far = ((X - X[chosen[0]]) ** 2).sum(axis=1)
    for _ in range(1, k):
        total = far.sum()
        if total > 0:
            chosen.append(rng.choice(len(X), p=far / total))
        else:
            chosen.append(rng.integers(len(X)))
        far = np.minimum(far, ((X - X[chosen[-1]]) ** 2).sum(axis=1))
    return X[chosen].copy()


def distances(X, centroids):
    return ((X[:, None, :] - centroids[None, :, :]) ** 2).sum(axis=2)


def lloyd(X, centroids, max_iter):
    k = len(centroids)
    labels = distances(X, centroids).argmin(axis=1)
    for _ in range(max_iter):
        for j in range(k):
            own = labels == j
            if own.any():
                centroids[j] = X[own].mean(axis=0)
        d = distances(X, centroids)
        new = d.argmin(axis=1)
        if (new == labels).all():
            break
        labels = new
    labels = new
    inertia = d[np.arange(len(X)), labels].sum()
    return centroids, labels, float(inertia)
