"""Groups rows in a dictionary that lacks the empty clusters."""

import numpy as np


def kmeans(X, k, init=None, seed=0, max_iter=100):
    X = np.asarray(X, dtype=float)
    if k < 1 or k > len(X) or max_iter < 1:
        raise ValueError("bad k or max_iter")
    rng = np.random.default_rng(seed)
    start = X[rng.choice(len(X), k, replace=False)] if init is None else init
    centroids = [np.array(c, dtype=float) for c in start]
    labels = None
    for _ in range(max_iter + 1):
        new = [int(np.argmin([((x - c) ** 2).sum() for c in centroids])) for x in X]
        if new == labels:
            break
        labels = new
        groups = {}
        for x, label in zip(X, labels):
            groups.setdefault(label, []).append(x)
        centroids = [np.mean(groups[j], axis=0) for j in range(k)]
    return centroids, labels, sum(((x - centroids[j]) ** 2).sum() for x, j in zip(X, labels))
